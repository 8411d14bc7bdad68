#pragma once

#include "ui/charts/sparkline.h"
#include "ui/desks/self_desk.h"
#include "ui/models/cell_model.h"
#include "ui/widgets/pane.h"

#include <map>

namespace lepto {

/// The console's report about itself as rows and sentences. Pure but for the language.

std::vector<TableColumn> selfColumns();
/// Key: the number's place in SelfNumber. The third cell is left to the sparkline.
std::vector<CellModel::Row> selfRows(const std::vector<SelfValue> &values);
std::map<QString, Sparkline> selfTrends(const std::vector<SelfValue> &values);

std::vector<TableColumn> hostColumns();
std::vector<CellModel::Row> hostRows(const std::vector<SelfReport::Host> &hosts);
/// "Outside your network: 0 bytes".
QString outsideSentence(const std::vector<SelfReport::Host> &hosts);
/// Whether something went to an address outside every private network.
bool goesOutside(const std::vector<SelfReport::Host> &hosts);

std::vector<KeyValues::Row> folderRows(const SelfReport &report);

struct Licence {
    const char *library, *licence;
};
/// What is linked into the window.
const std::vector<Licence> &licences();

/// The whole report as text for a ticket: no address, no name of a source.
QString selfText(const SelfReport &report);

} // namespace lepto
