<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlertWords</name>
    <message>
        <source>alert without a name</source>
        <translation>alert without a name</translation>
    </message>
    <message>
        <source>no severity</source>
        <translation>no severity</translation>
    </message>
    <message>
        <source>Not notified</source>
        <translation>Not notified</translation>
    </message>
    <message>
        <source>Not routed yet</source>
        <translation>Not routed yet</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Silenced</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Muted</translation>
    </message>
    <message>
        <source>Inhibited</source>
        <translation>Inhibited</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expired</translation>
    </message>
</context>
<context>
    <name>Alertmanager</name>
    <message>
        <source>the answer is a web page instead of JSON; check the path of the address</source>
        <translation>the answer is a web page instead of JSON; check the path of the address</translation>
    </message>
    <message>
        <source>the answer is broken JSON at byte %1</source>
        <translation>the answer is broken JSON at byte %1</translation>
    </message>
    <message>
        <source>Alertmanager refuses this: %1</source>
        <translation>Alertmanager refuses this: %1</translation>
    </message>
</context>
<context>
    <name>AnchorFile</name>
    <message>
        <source>there is no anchor file</source>
        <translation>there is no anchor file</translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation>the text is not UTF-8</translation>
    </message>
</context>
<context>
    <name>AttentionModel</name>
    <message>
        <source>exp. %1</source>
        <translation>exp. %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>since %1</translation>
    </message>
</context>
<context>
    <name>AuditLog</name>
    <message>
        <source>the text is not an audit entry</source>
        <translation>the text is not an audit entry</translation>
    </message>
</context>
<context>
    <name>AuditProof</name>
    <message>
        <source>the text is not a proof of an audit entry</source>
        <translation>the text is not a proof of an audit entry</translation>
    </message>
    <message>
        <source>the entry does not belong to the signed head</source>
        <translation>the entry does not belong to the signed head</translation>
    </message>
</context>
<context>
    <name>Bundle</name>
    <message>
        <source>the bundle has no manifest</source>
        <translation>the bundle has no manifest</translation>
    </message>
    <message>
        <source>document %1 of the bundle cannot be read</source>
        <translation>document %1 of the bundle cannot be read</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>the file cannot be read</translation>
    </message>
    <message>
        <source>the bundle cannot be written: the disk is full</source>
        <translation>the bundle cannot be written: the disk is full</translation>
    </message>
    <message>
        <source>the file does not exist</source>
        <translation>the file does not exist</translation>
    </message>
    <message>
        <source>the file is not a bundle</source>
        <translation>the file is not a bundle</translation>
    </message>
    <message>
        <source>the bundle was cut short</source>
        <translation>the bundle was cut short</translation>
    </message>
    <message>
        <source>the bundle has no seal at its end: it was cut short or never finished</source>
        <translation>the bundle has no seal at its end: it was cut short or never finished</translation>
    </message>
    <message>
        <source>the bundle was changed after it was made</source>
        <translation>the bundle was changed after it was made</translation>
    </message>
    <message>
        <source>the bundle is already finished</source>
        <translation>the bundle is already finished</translation>
    </message>
    <message>
        <source>the bundle cannot be put in place</source>
        <translation>the bundle cannot be put in place</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>is not a time; milliseconds, seconds or RFC 3339 are</source>
        <translation>is not a time; milliseconds, seconds or RFC 3339 are</translation>
    </message>
    <message>
        <source>lies outside the years 1970 to 9999</source>
        <translation>lies outside the years 1970 to 9999</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>is missing</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>a quote is not closed</translation>
    </message>
    <message>
        <source>there is text behind a closed quote</source>
        <translation>there is text behind a closed quote</translation>
    </message>
    <message>
        <source>the line is longer than %1 KiB</source>
        <translation>the line is longer than %1 KiB</translation>
    </message>
    <message>
        <source>no JSON: %1</source>
        <translation>no JSON: %1</translation>
    </message>
    <message>
        <source>time is missing</source>
        <translation>time is missing</translation>
    </message>
    <message>
        <source>neither a JSON object nor a CSV header with the columns time and title</source>
        <translation>neither a JSON object nor a CSV header with the columns time and title</translation>
    </message>
    <message>
        <source>%1 fields instead of %2</source>
        <translation>%1 fields instead of %2</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>line %1: %2</translation>
    </message>
    <message>
        <source>the field %1 is missing</source>
        <translation>the field %1 is missing</translation>
    </message>
    <message>
        <source>only deployment events are taken, this is %1</source>
        <translation>only deployment events are taken, this is %1</translation>
    </message>
    <message>
        <source>body</source>
        <translation>body</translation>
    </message>
    <message>
        <source>more than %1 changes at once</source>
        <translation>more than %1 changes at once</translation>
    </message>
    <message>
        <source>a change must be a JSON object</source>
        <translation>a change must be a JSON object</translation>
    </message>
    <message>
        <source>no JSON: %1 at byte %2</source>
        <translation>no JSON: %1 at byte %2</translation>
    </message>
</context>
<context>
    <name>ChangeMarks</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 by %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>from %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more here</source>
        <translation>
            <numerusform>and one more here</numerusform>
            <numerusform>and %n more here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartDrafter</name>
    <message numerus="yes">
        <source>log axis, %n values of 0 or below have no place on it</source>
        <translation>
            <numerusform>log axis, one value of 0 or below has no place on it</numerusform>
            <numerusform>log axis, %n values of 0 or below have no place on it</numerusform>
        </translation>
    </message>
    <message>
        <source>log axis</source>
        <translation>log axis</translation>
    </message>
    <message>
        <source>% of each series&apos; first visible value; a series of zeros has none</source>
        <translation>% of each series&apos; first visible value; a series of zeros has none</translation>
    </message>
    <message>
        <source>% of each series&apos; first visible value</source>
        <translation>% of each series&apos; first visible value</translation>
    </message>
    <message>
        <source>stacked, % of the sum; last value of each column</source>
        <translation>stacked, % of the sum; last value of each column</translation>
    </message>
    <message>
        <source>stacked, last value of each column</source>
        <translation>stacked, last value of each column</translation>
    </message>
    <message>
        <source>stacked, last value of each column; a stack has no log axis</source>
        <translation>stacked, last value of each column; a stack has no log axis</translation>
    </message>
    <message>
        <source>heat map of the buckets, last value of each cell</source>
        <translation>heat map of the buckets, last value of each cell</translation>
    </message>
    <message>
        <source>heat map, greatest value of each cell</source>
        <translation>heat map, greatest value of each cell</translation>
    </message>
    <message>
        <source>%1, % of the sum</source>
        <translation>%1, % of the sum</translation>
    </message>
    <message>
        <source>%1, log colours</source>
        <translation>%1, log colours</translation>
    </message>
</context>
<context>
    <name>ChartMenu</name>
    <message>
        <source>Values</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>From zero</source>
        <translation>From zero</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmic</translation>
    </message>
    <message>
        <source>Percent of the first visible value</source>
        <translation>Percent of the first visible value</translation>
    </message>
    <message>
        <source>Percent of the sum</source>
        <translation>Percent of the sum</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Drawing</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>Stacked areas</source>
        <translation>Stacked areas</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heat map</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>The day before</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>The week before</translation>
    </message>
    <message>
        <source>Copy values as CSV</source>
        <translation>Copy values as CSV</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>Copy as PNG</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Copy as SVG</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Show as table</translation>
    </message>
    <message>
        <source>Legend table</source>
        <translation>Legend table</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Default range</source>
        <translation>Default range</translation>
    </message>
</context>
<context>
    <name>Checkpoint</name>
    <message>
        <source>the text is not a signed head of an audit log</source>
        <translation>the text is not a signed head of an audit log</translation>
    </message>
    <message>
        <source>the head was signed with another key</source>
        <translation>the head was signed with another key</translation>
    </message>
    <message>
        <source>the signature of the head does not match</source>
        <translation>the signature of the head does not match</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>a comparison is written like &quot;&lt; 0.5&quot;</source>
        <translation>a comparison is written like &quot;&lt; 0.5&quot;</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>dashboard</source>
        <translation>dashboard</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>without a title</translation>
    </message>
    <message>
        <source>the file is larger than %1 MiB</source>
        <translation>the file is larger than %1 MiB</translation>
    </message>
    <message>
        <source>no JSON: %1 at byte %2</source>
        <translation>no JSON: %1 at byte %2</translation>
    </message>
    <message>
        <source>the dashboard is in the resource model V2, which is not read yet; export it as classic JSON</source>
        <translation>the dashboard is in the resource model V2, which is not read yet; export it as classic JSON</translation>
    </message>
    <message>
        <source>the JSON is not a dashboard: it has neither panels nor rows</source>
        <translation>the JSON is not a dashboard: it has neither panels nor rows</translation>
    </message>
</context>
<context>
    <name>Edge</name>
    <message>
        <source>the length of a message cannot be right</source>
        <translation>the length of a message cannot be right</translation>
    </message>
    <message>
        <source>the checksum of a message is wrong</source>
        <translation>the checksum of a message is wrong</translation>
    </message>
    <message>
        <source>a message cannot be unpacked</source>
        <translation>a message cannot be unpacked</translation>
    </message>
    <message>
        <source>it speaks version %1 of the protocol, this program speaks version %2</source>
        <translation>it speaks version %1 of the protocol, this program speaks version %2</translation>
    </message>
    <message>
        <source>what answers is not a relay of this program</source>
        <translation>what answers is not a relay of this program</translation>
    </message>
    <message>
        <source>the folder cannot be written</source>
        <translation>the folder cannot be written</translation>
    </message>
    <message>
        <source>it is not a spool of this version</source>
        <translation>it is not a spool of this version</translation>
    </message>
    <message>
        <source>the disk is full; samples are dropped</source>
        <translation>the disk is full; samples are dropped</translation>
    </message>
    <message>
        <source>the spool cannot be written; samples are dropped</source>
        <translation>the spool cannot be written; samples are dropped</translation>
    </message>
</context>
<context>
    <name>EdgeAddress</name>
    <message>
        <source>the address of an edge is ssh://user@host</source>
        <translation>the address of an edge is ssh://user@host</translation>
    </message>
    <message>
        <source>an edge is reached with a key, no password belongs into the address</source>
        <translation>an edge is reached with a key, no password belongs into the address</translation>
    </message>
    <message>
        <source>the name of the host has characters that no host has</source>
        <translation>the name of the host has characters that no host has</translation>
    </message>
    <message>
        <source>the name of the user has characters that no user has</source>
        <translation>the name of the user has characters that no user has</translation>
    </message>
    <message>
        <source>only ?program=/path is known behind the address</source>
        <translation>only ?program=/path is known behind the address</translation>
    </message>
    <message>
        <source>a path may have letters, digits and _ . / + @ - only</source>
        <translation>a path may have letters, digits and _ . / + @ - only</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>the data folder is not open</source>
        <translation>the data folder is not open</translation>
    </message>
</context>
<context>
    <name>FileVault</name>
    <message>
        <source>secrets cannot be written: %1</source>
        <translation>secrets cannot be written: %1</translation>
    </message>
    <message>
        <source>libsodium does not start</source>
        <translation>libsodium does not start</translation>
    </message>
    <message>
        <source>the key of the secrets cannot be read: %1</source>
        <translation>the key of the secrets cannot be read: %1</translation>
    </message>
    <message>
        <source>the key of the secrets is open to other users; set its mode to 0600</source>
        <translation>the key of the secrets is open to other users; set its mode to 0600</translation>
    </message>
    <message>
        <source>the key of the secrets has the wrong length</source>
        <translation>the key of the secrets has the wrong length</translation>
    </message>
    <message>
        <source>secrets cannot be read: %1</source>
        <translation>secrets cannot be read: %1</translation>
    </message>
    <message>
        <source>this is not a file of secrets</source>
        <translation>this is not a file of secrets</translation>
    </message>
    <message>
        <source>the secrets do not open with their key; the file was changed or the key replaced</source>
        <translation>the secrets do not open with their key; the file was changed or the key replaced</translation>
    </message>
    <message>
        <source>no secret of this name is stored</source>
        <translation>no secret of this name is stored</translation>
    </message>
    <message>
        <source>another program is writing the secrets</source>
        <translation>another program is writing the secrets</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>a number has no end</source>
        <translation>a number has no end</translation>
    </message>
    <message>
        <source>the data ends early, or a length in it lies</source>
        <translation>the data ends early, or a length in it lies</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>there is no such file</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>is not a regular file</translation>
    </message>
    <message>
        <source>the file became shorter while it was read</source>
        <translation>the file became shorter while it was read</translation>
    </message>
    <message>
        <source>the checksum does not match</source>
        <translation>the checksum does not match</translation>
    </message>
    <message>
        <source>at byte %1: %2</source>
        <translation>at byte %1: %2</translation>
    </message>
    <message>
        <source>the chunk cannot be decoded</source>
        <translation>the chunk cannot be decoded</translation>
    </message>
    <message>
        <source>the chunk is of an encoding that this program does not know</source>
        <translation>the chunk is of an encoding that this program does not know</translation>
    </message>
    <message>
        <source>the import was stopped</source>
        <translation>the import was stopped</translation>
    </message>
    <message>
        <source>these are no tombstones</source>
        <translation>these are no tombstones</translation>
    </message>
    <message>
        <source>the format is a version that this program does not know</source>
        <translation>the format is a version that this program does not know</translation>
    </message>
    <message>
        <source>the file is far too large to be what it says</source>
        <translation>the file is far too large to be what it says</translation>
    </message>
    <message>
        <source>this does not describe a block</source>
        <translation>this does not describe a block</translation>
    </message>
    <message>
        <source>the chunks of the block are not there</source>
        <translation>the chunks of the block are not there</translation>
    </message>
    <message>
        <source>these are no chunks</source>
        <translation>these are no chunks</translation>
    </message>
    <message>
        <source>a chunk cannot lie here</source>
        <translation>a chunk cannot lie here</translation>
    </message>
    <message>
        <source>the times of a chunk run backwards</source>
        <translation>the times of a chunk run backwards</translation>
    </message>
    <message>
        <source>this is no index of a block</source>
        <translation>this is no index of a block</translation>
    </message>
    <message>
        <source>the table of contents points outside the file</source>
        <translation>the table of contents points outside the file</translation>
    </message>
    <message>
        <source>the symbols are more than their section holds</source>
        <translation>the symbols are more than their section holds</translation>
    </message>
    <message>
        <source>a series names a symbol that is not there</source>
        <translation>a series names a symbol that is not there</translation>
    </message>
    <message>
        <source>the series are not in order</source>
        <translation>the series are not in order</translation>
    </message>
    <message>
        <source>an offset table has an entry of another kind</source>
        <translation>an offset table has an entry of another kind</translation>
    </message>
    <message>
        <source>the last record is cut</source>
        <translation>the last record is cut</translation>
    </message>
    <message>
        <source>the rest of the page is not empty</source>
        <translation>the rest of the page is not empty</translation>
    </message>
    <message>
        <source>the parts of a record do not fit together</source>
        <translation>the parts of a record do not fit together</translation>
    </message>
    <message>
        <source>a record is far too large</source>
        <translation>a record is far too large</translation>
    </message>
    <message>
        <source>a packed record is broken</source>
        <translation>a packed record is broken</translation>
    </message>
    <message>
        <source>the row is longer than 1 MiB</source>
        <translation>the row is longer than 1 MiB</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>a quote is not closed</translation>
    </message>
    <message>
        <source>there is text behind a closing quote</source>
        <translation>there is text behind a closing quote</translation>
    </message>
    <message>
        <source>is packed (gzip); unpack it first</source>
        <translation>is packed (gzip); unpack it first</translation>
    </message>
    <message>
        <source>is packed (zstd); unpack it first</source>
        <translation>is packed (zstd); unpack it first</translation>
    </message>
    <message>
        <source>is packed or a spreadsheet (zip); unpack it, or save it as CSV</source>
        <translation>is packed or a spreadsheet (zip); unpack it, or save it as CSV</translation>
    </message>
    <message>
        <source>is a database; a bundle is opened with: bundle open</source>
        <translation>is a database; a bundle is opened with: bundle open</translation>
    </message>
    <message>
        <source>is the index of a block; name the block&apos;s folder</source>
        <translation>is the index of a block; name the block&apos;s folder</translation>
    </message>
    <message>
        <source>holds chunks of a block; name the block&apos;s folder</source>
        <translation>holds chunks of a block; name the block&apos;s folder</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>is empty</translation>
    </message>
    <message>
        <source>is no text, and no storage of Prometheus</source>
        <translation>is no text, and no storage of Prometheus</translation>
    </message>
    <message>
        <source>holds no blocks and no write-ahead log</source>
        <translation>holds no blocks and no write-ahead log</translation>
    </message>
    <message>
        <source>the export was stopped</source>
        <translation>the export was stopped</translation>
    </message>
</context>
<context>
    <name>GoPattern</name>
    <message>
        <source>the regular expression is longer than 16 KiB</source>
        <translation>the regular expression is longer than 16 KiB</translation>
    </message>
    <message>
        <source>the regular expression is not valid: %1</source>
        <translation>the regular expression is not valid: %1</translation>
    </message>
    <message>
        <source>missing closing )</source>
        <translation>missing closing )</translation>
    </message>
    <message>
        <source>unknown construct after (?</source>
        <translation>unknown construct after (?</translation>
    </message>
    <message>
        <source>bad name of a group</source>
        <translation>bad name of a group</translation>
    </message>
    <message>
        <source>unexpected )</source>
        <translation>unexpected )</translation>
    </message>
    <message>
        <source>nothing to repeat before a repetition</source>
        <translation>nothing to repeat before a repetition</translation>
    </message>
    <message>
        <source>one repetition after another</source>
        <translation>one repetition after another</translation>
    </message>
    <message>
        <source>bad number of repetitions</source>
        <translation>bad number of repetitions</translation>
    </message>
    <message>
        <source>a backslash at the end</source>
        <translation>a backslash at the end</translation>
    </message>
    <message>
        <source>bad name of a character class</source>
        <translation>bad name of a character class</translation>
    </message>
    <message>
        <source>unknown escape sequence</source>
        <translation>unknown escape sequence</translation>
    </message>
    <message>
        <source>missing closing ]</source>
        <translation>missing closing ]</translation>
    </message>
    <message>
        <source>unknown character class</source>
        <translation>unknown character class</translation>
    </message>
    <message>
        <source>a range of characters runs backwards</source>
        <translation>a range of characters runs backwards</translation>
    </message>
</context>
<context>
    <name>Grafana</name>
    <message>
        <source>Grafana does not accept the token or password (401)</source>
        <translation>Grafana does not accept the token or password (401)</translation>
    </message>
    <message>
        <source>the token&apos;s role may not do this in Grafana (403)</source>
        <translation>the token&apos;s role may not do this in Grafana (403)</translation>
    </message>
    <message>
        <source>Grafana knows no such thing (404); check the path of the address</source>
        <translation>Grafana knows no such thing (404); check the path of the address</translation>
    </message>
    <message>
        <source>an annotation has no number or no time</source>
        <translation>an annotation has no number or no time</translation>
    </message>
    <message>
        <source>annotation %1</source>
        <translation>annotation %1</translation>
    </message>
    <message>
        <source>the answer is no JSON, this is not Grafana&apos;s API; check the path of the address</source>
        <translation>the answer is no JSON, this is not Grafana&apos;s API; check the path of the address</translation>
    </message>
    <message>
        <source>the answer is no list of annotations</source>
        <translation>the answer is no list of annotations</translation>
    </message>
    <message>
        <source>the answer names no annotation</source>
        <translation>the answer names no annotation</translation>
    </message>
    <message>
        <source>the answer holds no dashboard</source>
        <translation>the answer holds no dashboard</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>No service is watched yet</source>
        <translation>No service is watched yet</translation>
    </message>
    <message>
        <source>%1 is critical</source>
        <translation>%1 is critical</translation>
    </message>
    <message>
        <source>%1 is critical since %2</source>
        <translation>%1 is critical since %2</translation>
    </message>
    <message>
        <source>%1 is off target</source>
        <translation>%1 is off target</translation>
    </message>
    <message>
        <source>%1 is off target since %2</source>
        <translation>%1 is off target since %2</translation>
    </message>
    <message numerus="yes">
        <source>%n services are silent</source>
        <translation>
            <numerusform>%n service is silent</numerusform>
            <numerusform>%n services are silent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n services are healthy</source>
        <translation>
            <numerusform>The one service is healthy</numerusform>
            <numerusform>All %n services are healthy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>the data folder cannot be written</source>
        <translation>the data folder cannot be written</translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>the file of certificate authorities has no certificate in it</source>
        <translation>the file of certificate authorities has no certificate in it</translation>
    </message>
    <message>
        <source>the client certificate cannot be read</source>
        <translation>the client certificate cannot be read</translation>
    </message>
    <message>
        <source>the key of the client certificate cannot be read</source>
        <translation>the key of the client certificate cannot be read</translation>
    </message>
    <message>
        <source>the server does not speak TLS on this port; try http://</source>
        <translation>the server does not speak TLS on this port; try http://</translation>
    </message>
    <message>
        <source>TLS failed: the server offers no TLS 1.2 or newer</source>
        <translation>TLS failed: the server offers no TLS 1.2 or newer</translation>
    </message>
    <message>
        <source>TLS failed: %1</source>
        <translation>TLS failed: %1</translation>
    </message>
    <message>
        <source>the server serves several tenants; set the header X-Scope-OrgID (401)</source>
        <translation>the server serves several tenants; set the header X-Scope-OrgID (401)</translation>
    </message>
    <message>
        <source>the server asks for a valid user name, password or token (401)</source>
        <translation>the server asks for a valid user name, password or token (401)</translation>
    </message>
    <message>
        <source>the server does not allow this (403)</source>
        <translation>the server does not allow this (403)</translation>
    </message>
    <message>
        <source>the server has no such page (404); check the path of the address</source>
        <translation>the server has no such page (404); check the path of the address</translation>
    </message>
    <message>
        <source>the server does not allow this method (405)</source>
        <translation>the server does not allow this method (405)</translation>
    </message>
    <message>
        <source>the server asks to slow down (429)</source>
        <translation>the server asks to slow down (429)</translation>
    </message>
    <message>
        <source>the server is not ready (503)</source>
        <translation>the server is not ready (503)</translation>
    </message>
    <message>
        <source>the server sends us to %1, which is not followed; enter that address if it is right</source>
        <translation>the server sends us to %1, which is not followed; enter that address if it is right</translation>
    </message>
    <message>
        <source>the server answers %1</source>
        <translation>the server answers %1</translation>
    </message>
    <message>
        <source>no answer within %1 seconds</source>
        <translation>no answer within %1 seconds</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>the answer is larger than %1</source>
        <translation>the answer is larger than %1</translation>
    </message>
    <message>
        <source>connection refused, nothing listens on this port</source>
        <translation>connection refused, nothing listens on this port</translation>
    </message>
    <message>
        <source>the host name is not known</source>
        <translation>the host name is not known</translation>
    </message>
    <message>
        <source>the server closed the connection before its answer was complete</source>
        <translation>the server closed the connection before its answer was complete</translation>
    </message>
    <message>
        <source>the host does not answer</source>
        <translation>the host does not answer</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation>the answer is not HTTP</translation>
    </message>
</context>
<context>
    <name>IncidentStore</name>
    <message>
        <source>there is no such incident</source>
        <translation>there is no such incident</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Find anything, run any command</source>
        <translation>Find anything, run any command</translation>
    </message>
    <message>
        <source>Filter the list in front of you</source>
        <translation>Filter the list in front of you</translation>
    </message>
    <message>
        <source>All keys of this page</source>
        <translation>All keys of this page</translation>
    </message>
    <message>
        <source>Back in time by half a range</source>
        <translation>Back in time by half a range</translation>
    </message>
    <message>
        <source>Forward in time by half a range</source>
        <translation>Forward in time by half a range</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Default range</source>
        <translation>Default range</translation>
    </message>
    <message>
        <source>Live or paused</source>
        <translation>Live or paused</translation>
    </message>
    <message>
        <source>UTC or local time</source>
        <translation>UTC or local time</translation>
    </message>
    <message>
        <source>Earlier range</source>
        <translation>Earlier range</translation>
    </message>
    <message>
        <source>Later range</source>
        <translation>Later range</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Previous pane</translation>
    </message>
    <message>
        <source>Arm or disarm write mode</source>
        <translation>Arm or disarm write mode</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>Stop all actions</translation>
    </message>
    <message>
        <source>One press only</source>
        <translation>One press only</translation>
    </message>
    <message>
        <source>A single key may not do this</source>
        <translation>A single key may not do this</translation>
    </message>
    <message>
        <source>Taken by: %1</source>
        <translation>Taken by: %1</translation>
    </message>
    <message>
        <source>Taken by the pages</source>
        <translation>Taken by the pages</translation>
    </message>
    <message>
        <source>Messages of this run</source>
        <translation>Messages of this run</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>panels of the type %1 are not drawn here</source>
        <translation>panels of the type %1 are not drawn here</translation>
    </message>
    <message>
        <source>it lies in Grafana&apos;s library (%1), the dashboard has only a link</source>
        <translation>it lies in Grafana&apos;s library (%1), the dashboard has only a link</translation>
    </message>
    <message>
        <source>its data source is %1, not Prometheus</source>
        <translation>its data source is %1, not Prometheus</translation>
    </message>
    <message>
        <source>it has no query</source>
        <translation>it has no query</translation>
    </message>
    <message>
        <source>a query is not PromQL: %1</source>
        <translation>a query is not PromQL: %1</translation>
    </message>
    <message>
        <source>variables of the type %1 are not known here</source>
        <translation>variables of the type %1 are not known here</translation>
    </message>
    <message>
        <source>it is shown once, not repeated for each value of %1</source>
        <translation>it is shown once, not repeated for each value of %1</translation>
    </message>
    <message>
        <source>transformations are left out: %1</source>
        <translation>transformations are left out: %1</translation>
    </message>
    <message>
        <source>the unit %1 is shown as it is</source>
        <translation>the unit %1 is shown as it is</translation>
    </message>
    <message>
        <source>the dashboard has more than %1 of them; the rest is left out</source>
        <translation>the dashboard has more than %1 of them; the rest is left out</translation>
    </message>
</context>
<context>
    <name>Logs</name>
    <message>
        <source>is no regular file and is not read</source>
        <translation>is no regular file and is not read</translation>
    </message>
    <message>
        <source>is packed with gzip and is not read</source>
        <translation>is packed with gzip and is not read</translation>
    </message>
    <message>
        <source>the file holds no logs of the console</source>
        <translation>the file holds no logs of the console</translation>
    </message>
    <message>
        <source>the file was written by a newer version of the console</source>
        <translation>the file was written by a newer version of the console</translation>
    </message>
    <message>
        <source>the regular expression is longer than 16 KiB</source>
        <translation>the regular expression is longer than 16 KiB</translation>
    </message>
    <message>
        <source>the regular expression is wrong: %1</source>
        <translation>the regular expression is wrong: %1</translation>
    </message>
    <message>
        <source>the logs are open for reading only</source>
        <translation>the logs are open for reading only</translation>
    </message>
    <message>
        <source>no logs have been kept yet</source>
        <translation>no logs have been kept yet</translation>
    </message>
    <message>
        <source>a line of the answer has no time</source>
        <translation>a line of the answer has no time</translation>
    </message>
    <message>
        <source>the answer is no JSON of Loki</source>
        <translation>the answer is no JSON of Loki</translation>
    </message>
    <message>
        <source>the answer does not say success</source>
        <translation>the answer does not say success</translation>
    </message>
    <message>
        <source>the query asks for numbers, not for lines; a selector such as {app=&quot;shop&quot;} is needed</source>
        <translation>the query asks for numbers, not for lines; a selector such as {app=&quot;shop&quot;} is needed</translation>
    </message>
    <message>
        <source>the server wants to know the tenant; give the header X-Scope-OrgID</source>
        <translation>the server wants to know the tenant; give the header X-Scope-OrgID</translation>
    </message>
    <message>
        <source>no file matches</source>
        <translation>no file matches</translation>
    </message>
    <message>
        <source>%1 was truncated and is read from its begin</source>
        <translation>%1 was truncated and is read from its begin</translation>
    </message>
</context>
<context>
    <name>MatcherParser</name>
    <message>
        <source>more than %1 matchers</source>
        <translation>more than %1 matchers</translation>
    </message>
    <message>
        <source>a comma is missing between two matchers</source>
        <translation>a comma is missing between two matchers</translation>
    </message>
    <message>
        <source>the closing brace is missing</source>
        <translation>the closing brace is missing</translation>
    </message>
    <message>
        <source>something follows the closing brace</source>
        <translation>something follows the closing brace</translation>
    </message>
    <message>
        <source>there is no matcher</source>
        <translation>there is no matcher</translation>
    </message>
    <message>
        <source>the name of a label is missing</source>
        <translation>the name of a label is missing</translation>
    </message>
    <message>
        <source>the name %1 must stand in double quotes</source>
        <translation>the name %1 must stand in double quotes</translation>
    </message>
    <message>
        <source>one of =, !=, =~ and !~ must follow the name of the label</source>
        <translation>one of =, !=, =~ and !~ must follow the name of the label</translation>
    </message>
    <message>
        <source>the closing quotation mark is missing</source>
        <translation>the closing quotation mark is missing</translation>
    </message>
    <message>
        <source>a quotation mark inside a value that does not begin with one</source>
        <translation>a quotation mark inside a value that does not begin with one</translation>
    </message>
    <message>
        <source>character %1: %2</source>
        <translation>character %1: %2</translation>
    </message>
    <message>
        <source>the matchers are longer than 32 KiB</source>
        <translation>the matchers are longer than 32 KiB</translation>
    </message>
</context>
<context>
    <name>MetricRows</name>
    <message>
        <source>Volume under PR</source>
        <translation>Volume under PR</translation>
    </message>
    <message>
        <source>Volume under ROC</source>
        <translation>Volume under ROC</translation>
    </message>
    <message>
        <source>Area under PR</source>
        <translation>Area under PR</translation>
    </message>
    <message>
        <source>Range F1</source>
        <translation>Range F1</translation>
    </message>
    <message>
        <source>Event F1</source>
        <translation>Event F1</translation>
    </message>
    <message>
        <source>Pages per week</source>
        <translation>Pages per week</translation>
    </message>
    <message>
        <source>False alarms per day</source>
        <translation>False alarms per day</translation>
    </message>
    <message>
        <source>Detection delay</source>
        <translation>Detection delay</translation>
    </message>
    <message>
        <source>Incidents caught</source>
        <translation>Incidents caught</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Time taken</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validation loss</translation>
    </message>
    <message>
        <source>= same</source>
        <translation>= same</translation>
    </message>
    <message>
        <source>▲ better</source>
        <translation>▲ better</translation>
    </message>
    <message>
        <source>▼ worse</source>
        <translation>▼ worse</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Candidate</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Run finished</source>
        <translation>Run finished</translation>
    </message>
    <message>
        <source>Finds more than the baseline</source>
        <translation>Finds more than the baseline</translation>
    </message>
    <message>
        <source>Pages no more often</source>
        <translation>Pages no more often</translation>
    </message>
    <message>
        <source>Detects no later</source>
        <translation>Detects no later</translation>
    </message>
    <message>
        <source>File stored, hashed and signed</source>
        <translation>File stored, hashed and signed</translation>
    </message>
</context>
<context>
    <name>OpsDatabase</name>
    <message>
        <source>the file is not an operations database</source>
        <translation>the file is not an operations database</translation>
    </message>
    <message>
        <source>the database was written by a newer version of the console</source>
        <translation>the database was written by a newer version of the console</translation>
    </message>
    <message>
        <source>the file does not exist</source>
        <translation>the file does not exist</translation>
    </message>
    <message>
        <source>the address of a team database is postgresql://user@host/database</source>
        <translation>the address of a team database is postgresql://user@host/database</translation>
    </message>
    <message>
        <source>no password belongs into the address; use ~/.pgpass or a client certificate</source>
        <translation>no password belongs into the address; use ~/.pgpass or a client certificate</translation>
    </message>
    <message>
        <source>the address names no database</source>
        <translation>the address names no database</translation>
    </message>
    <message>
        <source>behind the address only sslmode, sslrootcert, sslcert, sslkey and host are known, with their values</source>
        <translation>behind the address only sslmode, sslrootcert, sslcert, sslkey and host are known, with their values</translation>
    </message>
    <message>
        <source>the link was lost while the change was being kept; look whether it is there</source>
        <translation>the link was lost while the change was being kept; look whether it is there</translation>
    </message>
    <message>
        <source>the team database refuses the login</source>
        <translation>the team database refuses the login</translation>
    </message>
    <message>
        <source>there is no such team database</source>
        <translation>there is no such team database</translation>
    </message>
    <message>
        <source>the team database&apos;s TLS certificate is not trusted, or it offers no TLS</source>
        <translation>the team database&apos;s TLS certificate is not trusted, or it offers no TLS</translation>
    </message>
    <message>
        <source>the team database does not answer</source>
        <translation>the team database does not answer</translation>
    </message>
    <message>
        <source>the driver for PostgreSQL is not installed (libqt6sql6-psql)</source>
        <translation>the driver for PostgreSQL is not installed (libqt6sql6-psql)</translation>
    </message>
    <message>
        <source>the team database holds something else; give it one of its own</source>
        <translation>the team database holds something else; give it one of its own</translation>
    </message>
    <message>
        <source>the database is open for reading only</source>
        <translation>the database is open for reading only</translation>
    </message>
    <message>
        <source>this user may not do that in the team database</source>
        <translation>this user may not do that in the team database</translation>
    </message>
    <message>
        <source>the disk is full; nothing of this change was kept</source>
        <translation>the disk is full; nothing of this change was kept</translation>
    </message>
    <message>
        <source>the team database has no room for another connection</source>
        <translation>the team database has no room for another connection</translation>
    </message>
    <message>
        <source>another console is writing to the team database</source>
        <translation>another console is writing to the team database</translation>
    </message>
    <message>
        <source>the team database cannot be reached; nothing of this change was kept</source>
        <translation>the team database cannot be reached; nothing of this change was kept</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>plan %1</source>
        <translation>plan %1</translation>
    </message>
    <message>
        <source>its stored bytes are not a plan</source>
        <translation>its stored bytes are not a plan</translation>
    </message>
</context>
<context>
    <name>PrometheusClient</name>
    <message>
        <source>line %1 of the export is not as documented</source>
        <translation>line %1 of the export is not as documented</translation>
    </message>
    <message>
        <source>line %1 of the export is longer than %2 MiB</source>
        <translation>line %1 of the export is longer than %2 MiB</translation>
    </message>
    <message>
        <source>the answer has more than %1 samples</source>
        <translation>the answer has more than %1 samples</translation>
    </message>
    <message>
        <source>the answer is a web page instead of JSON; check the path of the address</source>
        <translation>the answer is a web page instead of JSON; check the path of the address</translation>
    </message>
    <message>
        <source>the answer is empty instead of JSON</source>
        <translation>the answer is empty instead of JSON</translation>
    </message>
    <message>
        <source>the answer is not JSON: %1</source>
        <translation>the answer is not JSON: %1</translation>
    </message>
    <message>
        <source>the answer has no status, this is not Prometheus&apos; API</source>
        <translation>the answer has no status, this is not Prometheus&apos; API</translation>
    </message>
    <message>
        <source>the answer is broken JSON at byte %1</source>
        <translation>the answer is broken JSON at byte %1</translation>
    </message>
    <message>
        <source>a single value of the answer is longer than %1 MiB</source>
        <translation>a single value of the answer is longer than %1 MiB</translation>
    </message>
    <message>
        <source>the answer is not the JSON of a query: unexpected text at byte %1</source>
        <translation>the answer is not the JSON of a query: unexpected text at byte %1</translation>
    </message>
    <message>
        <source>the answer is cut short after %1 bytes</source>
        <translation>the answer is cut short after %1 bytes</translation>
    </message>
    <message>
        <source>the server reports an error without words</source>
        <translation>the server reports an error without words</translation>
    </message>
    <message>
        <source>the server says: %1</source>
        <translation>the server says: %1</translation>
    </message>
</context>
<context>
    <name>QualityRows</name>
    <message numerus="yes">
        <source>Too short to judge: %n samples</source>
        <translation>
            <numerusform>Too short to judge: %n sample</numerusform>
            <numerusform>Too short to judge: %n samples</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to find fault with</source>
        <translation>Nothing to find fault with</translation>
    </message>
    <message>
        <source>No series has samples in this range</source>
        <translation>No series has samples in this range</translation>
    </message>
    <message>
        <source>Too few samples yet to judge any of %1 series</source>
        <translation>Too few samples yet to judge any of %1 series</translation>
    </message>
    <message>
        <source>All %1 judged series can be trusted</source>
        <translation>All %1 judged series can be trusted</translation>
    </message>
    <message>
        <source>%1 of %2 series can be trusted</source>
        <translation>%1 of %2 series can be trusted</translation>
    </message>
    <message numerus="yes">
        <source>%Ln gaps, the longest %1</source>
        <translation>
            <numerusform>%Ln gap, of %1</numerusform>
            <numerusform>%Ln gaps, the longest %1</numerusform>
        </translation>
    </message>
    <message>
        <source>silent at the end for %1</source>
        <translation>silent at the end for %1</translation>
    </message>
    <message numerus="yes">
        <source>ended and came back %Ln times</source>
        <translation>
            <numerusform>ended and came back once</numerusform>
            <numerusform>ended and came back %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln values that are no number</source>
        <translation>
            <numerusform>%Ln value that is no number</numerusform>
            <numerusform>%Ln values that are no number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples came twice</source>
        <translation>
            <numerusform>%Ln sample came twice</numerusform>
            <numerusform>%Ln samples came twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples came too late</source>
        <translation>
            <numerusform>%Ln sample came too late</numerusform>
            <numerusform>%Ln samples came too late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>counter began again %Ln times</source>
        <translation>
            <numerusform>counter began again once</numerusform>
            <numerusform>counter began again %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stuck at one value for %Ln samples</source>
        <translation>
            <numerusform>stuck at one value for %Ln sample</numerusform>
            <numerusform>stuck at one value for %Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lone outliers</source>
        <translation>
            <numerusform>%Ln lone outlier</numerusform>
            <numerusform>%Ln lone outliers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>uneven spacing %Ln times</source>
        <translation>
            <numerusform>uneven spacing once</numerusform>
            <numerusform>uneven spacing %Ln times</numerusform>
        </translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Came</source>
        <comment>share of samples</comment>
        <translation>Came</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metric</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>Below %1</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>Too short</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(none)</translation>
    </message>
</context>
<context>
    <name>RemediationService</name>
    <message>
        <source>plan %1</source>
        <translation>plan %1</translation>
    </message>
</context>
<context>
    <name>RemoteRead</name>
    <message>
        <source>a frame of the remote read answer is impossibly long</source>
        <translation>a frame of the remote read answer is impossibly long</translation>
    </message>
    <message>
        <source>a frame of the remote read answer has a wrong checksum</source>
        <translation>a frame of the remote read answer has a wrong checksum</translation>
    </message>
    <message>
        <source>a frame of the remote read answer cannot be read</source>
        <translation>a frame of the remote read answer cannot be read</translation>
    </message>
    <message>
        <source>the remote read answer is not snappy</source>
        <translation>the remote read answer is not snappy</translation>
    </message>
    <message>
        <source>the remote read answer is too large when unpacked</source>
        <translation>the remote read answer is too large when unpacked</translation>
    </message>
    <message>
        <source>the remote read answer is broken snappy</source>
        <translation>the remote read answer is broken snappy</translation>
    </message>
    <message>
        <source>the remote read answer cannot be read</source>
        <translation>the remote read answer cannot be read</translation>
    </message>
    <message>
        <source>the remote read answer is cut short</source>
        <translation>the remote read answer is cut short</translation>
    </message>
    <message>
        <source>the remote read answer has too many samples</source>
        <translation>the remote read answer has too many samples</translation>
    </message>
    <message>
        <source>the remote read answer is too large</source>
        <translation>the remote read answer is too large</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>is not a limit such as &quot;&gt; 0.5&quot;</source>
        <translation>is not a limit such as &quot;&gt; 0.5&quot;</translation>
    </message>
</context>
<context>
    <name>RunRows</name>
    <message>
        <source>limit %1</source>
        <translation>limit %1</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>under way</translation>
    </message>
    <message>
        <source>nobody knows whether it happened</source>
        <translation>nobody knows whether it happened</translation>
    </message>
    <message>
        <source>exit %1 in %2</source>
        <translation>exit %1 in %2</translation>
    </message>
    <message>
        <source>cannot be measured</source>
        <translation>cannot be measured</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Argument</source>
        <translation>Argument</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>dry run: %1</source>
        <translation>dry run: %1</translation>
    </message>
    <message>
        <source>back: %1</source>
        <translation>back: %1</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>Guard</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Measured</translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>must be %1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Dry run</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expires</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Expect</source>
        <translation>Expect</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n times in a row within %2</source>
        <translation>
            <numerusform>%1, once within %2</numerusform>
            <numerusform>%1, %n times in a row within %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No harm</source>
        <translation>No harm</translation>
    </message>
    <message>
        <source>not more than %1 % worse</source>
        <translation>not more than %1 % worse</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Otherwise</translation>
    </message>
    <message>
        <source>rolls back by itself</source>
        <translation>rolls back by itself</translation>
    </message>
    <message>
        <source>stops and asks a person</source>
        <translation>stops and asks a person</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
</context>
<context>
    <name>SelfMetrics</name>
    <message>
        <source>127.0.0.1: no port can be opened for the console&apos;s own metrics, they are off</source>
        <translation>127.0.0.1: no port can be opened for the console&apos;s own metrics, they are off</translation>
    </message>
    <message>
        <source>127.0.0.1:%1: the port of the console&apos;s own metrics is taken, %2 is used</source>
        <translation>127.0.0.1:%1: the port of the console&apos;s own metrics is taken, %2 is used</translation>
    </message>
</context>
<context>
    <name>SelfRows</name>
    <message>
        <source>Frame, median</source>
        <translation>Frame, median</translation>
    </message>
    <message>
        <source>Frame, 99 of 100</source>
        <translation>Frame, 99 of 100</translation>
    </message>
    <message>
        <source>Frame, slowest</source>
        <translation>Frame, slowest</translation>
    </message>
    <message>
        <source>Stalls of the window in 2 min</source>
        <translation>Stalls of the window in 2 min</translation>
    </message>
    <message>
        <source>Ingest</source>
        <translation>Ingest</translation>
    </message>
    <message>
        <source>Scrape to disk, 99 of 100</source>
        <translation>Scrape to disk, 99 of 100</translation>
    </message>
    <message>
        <source>Samples that wait for the disk</source>
        <translation>Samples that wait for the disk</translation>
    </message>
    <message>
        <source>Samples refused since the start</source>
        <translation>Samples refused since the start</translation>
    </message>
    <message>
        <source>Scrape, 99 of 100</source>
        <translation>Scrape, 99 of 100</translation>
    </message>
    <message>
        <source>Query, median</source>
        <translation>Query, median</translation>
    </message>
    <message>
        <source>Query, 99 of 100</source>
        <translation>Query, 99 of 100</translation>
    </message>
    <message>
        <source>History on disk</source>
        <translation>History on disk</translation>
    </message>
    <message>
        <source>Series in the history</source>
        <translation>Series in the history</translation>
    </message>
    <message>
        <source>Rules and detectors, 99 of 100</source>
        <translation>Rules and detectors, 99 of 100</translation>
    </message>
    <message>
        <source>Scores behind the samples</source>
        <translation>Scores behind the samples</translation>
    </message>
    <message>
        <source>Background jobs under way</source>
        <translation>Background jobs under way</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Log lines</translation>
    </message>
    <message>
        <source>Incidents, labels, runs, audit</source>
        <translation>Incidents, labels, runs, audit</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Training data and checkpoints</source>
        <translation>Training data and checkpoints</translation>
    </message>
    <message>
        <source>Settings, rules, keys</source>
        <translation>Settings, rules, keys</translation>
    </message>
    <message>
        <source>Team database</source>
        <translation>Team database</translation>
    </message>
    <message>
        <source>Training over ssh</source>
        <translation>Training over ssh</translation>
    </message>
    <message>
        <source>%1 over ssh</source>
        <translation>%1 over ssh</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>this machine</translation>
    </message>
    <message>
        <source>your network</source>
        <translation>your network</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>outside</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>not known yet</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Last 10 min</source>
        <translation>Last 10 min</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metric</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>others</source>
        <translation>others</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>not counted</translation>
    </message>
    <message>
        <source>Outside your network: %1</source>
        <translation>Outside your network: %1</translation>
    </message>
    <message>
        <source>0 bytes</source>
        <translation>0 bytes</translation>
    </message>
    <message>
        <source>, and %1 to hosts whose place is not known yet</source>
        <translation>, and %1 to hosts whose place is not known yet</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>not open</source>
        <translation>not open</translation>
    </message>
    <message>
        <source>Free on its disk</source>
        <translation>Free on its disk</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Bytes a sample</source>
        <translation>Bytes a sample</translation>
    </message>
    <message>
        <source>nothing packed yet</source>
        <translation>nothing packed yet</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Colours of the console</source>
        <translation>Colours of the console</translation>
    </message>
    <message>
        <source>Language; empty follows the system</source>
        <translation>Language; empty follows the system</translation>
    </message>
    <message>
        <source>Row height and text size</source>
        <translation>Row height and text size</translation>
    </message>
    <message>
        <source>Text size in pixels; 0 follows the density</source>
        <translation>Text size in pixels; 0 follows the density</translation>
    </message>
    <message>
        <source>No animation</source>
        <translation>No animation</translation>
    </message>
    <message>
        <source>Name of what is watched, shown at the top of the window</source>
        <translation>Name of what is watched, shown at the top of the window</translation>
    </message>
    <message>
        <source>Mark the window as production</source>
        <translation>Mark the window as production</translation>
    </message>
    <message>
        <source>Time zone of the screens; empty is this machine&apos;s</source>
        <translation>Time zone of the screens; empty is this machine&apos;s</translation>
    </message>
    <message>
        <source>Samples older than this are removed</source>
        <translation>Samples older than this are removed</translation>
    </message>
    <message>
        <source>New series are refused past this number</source>
        <translation>New series are refused past this number</translation>
    </message>
    <message>
        <source>Series mirrored from one server</source>
        <translation>Series mirrored from one server</translation>
    </message>
    <message>
        <source>Answers larger than this are refused</source>
        <translation>Answers larger than this are refused</translation>
    </message>
    <message>
        <source>Missed intervals before a source is called stale</source>
        <translation>Missed intervals before a source is called stale</translation>
    </message>
    <message>
        <source>Clock difference that is worth a warning</source>
        <translation>Clock difference that is worth a warning</translation>
    </message>
    <message>
        <source>How often the rules are evaluated</source>
        <translation>How often the rules are evaluated</translation>
    </message>
    <message>
        <source>Anomalies closer than this may be one incident</source>
        <translation>Anomalies closer than this may be one incident</translation>
    </message>
    <message>
        <source>How long an approval stays valid</source>
        <translation>How long an approval stays valid</translation>
    </message>
    <message>
        <source>How long write mode stays on</source>
        <translation>How long write mode stays on</translation>
    </message>
    <message>
        <source>Approver and requester must differ</source>
        <translation>Approver and requester must differ</translation>
    </message>
    <message>
        <source>Worker program or ssh command; empty is the one beside the console</source>
        <translation>Worker program or ssh command; empty is the one beside the console</translation>
    </message>
    <message>
        <source>Offer the console&apos;s own metrics on 127.0.0.1</source>
        <translation>Offer the console&apos;s own metrics on 127.0.0.1</translation>
    </message>
    <message>
        <source>Port of the console&apos;s own metrics; 0 picks a free one</source>
        <translation>Port of the console&apos;s own metrics; 0 picks a free one</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Regular</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Comfortable</translation>
    </message>
    <message>
        <source>Older samples become buckets of five minutes</source>
        <translation>Older samples become buckets of five minutes</translation>
    </message>
    <message>
        <source>The oldest days of the history are removed past this size</source>
        <translation>The oldest days of the history are removed past this size</translation>
    </message>
    <message>
        <source>Lines of logs older than this are removed</source>
        <translation>Lines of logs older than this are removed</translation>
    </message>
    <message>
        <source>The oldest lines of logs are removed past this size</source>
        <translation>The oldest lines of logs are removed past this size</translation>
    </message>
    <message>
        <source>Team database for incidents, labels, runs and audit, e.g. postgresql://user@host/leptoscope; empty is a file of this console</source>
        <translation>Team database for incidents, labels, runs and audit, e.g. postgresql://user@host/leptoscope; empty is a file of this console</translation>
    </message>
    <message>
        <source>After a stop, fetch what was missed from the servers</source>
        <translation>After a stop, fetch what was missed from the servers</translation>
    </message>
    <message>
        <source>How far back missed history is fetched, in hours</source>
        <translation>How far back missed history is fetched, in hours</translation>
    </message>
    <message>
        <source>File or folder of changes to follow (JSON lines or CSV); empty: none</source>
        <translation>File or folder of changes to follow (JSON lines or CSV); empty: none</translation>
    </message>
    <message>
        <source>Take changes over HTTP on 127.0.0.1</source>
        <translation>Take changes over HTTP on 127.0.0.1</translation>
    </message>
    <message>
        <source>Port of the webhook for changes; 0 picks a free one</source>
        <translation>Port of the webhook for changes; 0 picks a free one</translation>
    </message>
    <message>
        <source>Keys that differ from the usual ones, e.g. palette=Ctrl+P; empty: none</source>
        <translation>Keys that differ from the usual ones, e.g. palette=Ctrl+P; empty: none</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>days</source>
        <translation>days</translation>
    </message>
    <message>
        <source>series</source>
        <translation>series</translation>
    </message>
    <message>
        <source>intervals</source>
        <translation>intervals</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>on</source>
        <translation>on</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>default %1</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 to %2, %3</translation>
    </message>
    <message>
        <source>Messages on the desktop too, outside the window</source>
        <translation>Messages on the desktop too, outside the window</translation>
    </message>
    <message>
        <source>On the desktop from this severity on</source>
        <translation>On the desktop from this severity on</translation>
    </message>
    <message>
        <source>No messages on the desktop in these hours, e.g. 22:00-07:00; empty: none are quiet</source>
        <translation>No messages on the desktop in these hours, e.g. 22:00-07:00; empty: none are quiet</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Critical</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
</context>
<context>
    <name>SignalEvaluator</name>
    <message>
        <source>gives %1 signals, more than %2</source>
        <translation>gives %1 signals, more than %2</translation>
    </message>
</context>
<context>
    <name>SilenceTimes</name>
    <message>
        <source>say for how long</source>
        <translation>say for how long</translation>
    </message>
    <message>
        <source>is no duration such as 90m, 2h or 1d12h, and no time such as 2026-11-18 14:00</source>
        <translation>is no duration such as 90m, 2h or 1d12h, and no time such as 2026-11-18 14:00</translation>
    </message>
    <message>
        <source>lies in the past</source>
        <translation>lies in the past</translation>
    </message>
    <message>
        <source>is no time such as now+1h or 2026-11-18 14:00</source>
        <translation>is no time such as now+1h or 2026-11-18 14:00</translation>
    </message>
</context>
<context>
    <name>Silences</name>
    <message>
        <source>silence</source>
        <translation>silence</translation>
    </message>
    <message>
        <source>there is no matcher</source>
        <translation>there is no matcher</translation>
    </message>
    <message>
        <source>every matcher holds for alerts without that label; Alertmanager wants one that does not</source>
        <translation>every matcher holds for alerts without that label; Alertmanager wants one that does not</translation>
    </message>
    <message>
        <source>the matchers hold for nearly every alert; say yes to that to go on</source>
        <translation>the matchers hold for nearly every alert; say yes to that to go on</translation>
    </message>
    <message>
        <source>the comment is empty; say why</source>
        <translation>the comment is empty; say why</translation>
    </message>
    <message>
        <source>the name of who makes it is empty</source>
        <translation>the name of who makes it is empty</translation>
    </message>
    <message>
        <source>the comment or the name is longer than %1 characters</source>
        <translation>the comment or the name is longer than %1 characters</translation>
    </message>
    <message>
        <source>it has no end; say for how long or until when</source>
        <translation>it has no end; say for how long or until when</translation>
    </message>
    <message>
        <source>its end lies in the past</source>
        <translation>its end lies in the past</translation>
    </message>
    <message>
        <source>it ends before it starts</source>
        <translation>it ends before it starts</translation>
    </message>
    <message>
        <source>it has ended already</source>
        <translation>it has ended already</translation>
    </message>
    <message>
        <source>its matchers change</source>
        <translation>its matchers change</translation>
    </message>
    <message>
        <source>it has started already and its start changes</source>
        <translation>it has started already and its start changes</translation>
    </message>
    <message>
        <source>its start moves into the past</source>
        <translation>its start moves into the past</translation>
    </message>
    <message>
        <source>is not a duration such as 90m, 2h or 1d12h</source>
        <translation>is not a duration such as 90m, 2h or 1d12h</translation>
    </message>
</context>
<context>
    <name>SourceConfig</name>
    <message>
        <source>source</source>
        <translation>source</translation>
    </message>
    <message>
        <source>the address is empty</source>
        <translation>the address is empty</translation>
    </message>
    <message>
        <source>the address is not a URL: %1</source>
        <translation>the address is not a URL: %1</translation>
    </message>
    <message>
        <source>the address must begin with http:// or https://</source>
        <translation>the address must begin with http:// or https://</translation>
    </message>
    <message>
        <source>the address names no host</source>
        <translation>the address names no host</translation>
    </message>
    <message>
        <source>user and password belong into their own fields, not into the address</source>
        <translation>user and password belong into their own fields, not into the address</translation>
    </message>
    <message>
        <source>the path of a log file begins with /</source>
        <translation>the path of a log file begins with /</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no match of the journal such as _SYSTEMD_UNIT=nginx.service</source>
        <translation>&quot;%1&quot; is no match of the journal such as _SYSTEMD_UNIT=nginx.service</translation>
    </message>
    <message>
        <source>the header &quot;%1&quot; is not a valid HTTP header</source>
        <translation>the header &quot;%1&quot; is not a valid HTTP header</translation>
    </message>
    <message>
        <source>the parameter &quot;%1&quot; cannot be set</source>
        <translation>the parameter &quot;%1&quot; cannot be set</translation>
    </message>
    <message>
        <source>no such kind of source; known are %1</source>
        <translation>no such kind of source; known are %1</translation>
    </message>
    <message>
        <source>the name is empty</source>
        <translation>the name is empty</translation>
    </message>
    <message>
        <source>the name is longer than 100 characters or has control characters</source>
        <translation>the name is longer than 100 characters or has control characters</translation>
    </message>
    <message>
        <source>the interval must be between 200 ms and 1 hour</source>
        <translation>the interval must be between 200 ms and 1 hour</translation>
    </message>
    <message>
        <source>the timeout must be between 100 ms and 10 minutes</source>
        <translation>the timeout must be between 100 ms and 10 minutes</translation>
    </message>
    <message>
        <source>the selector of the streams is missing, e.g. {app=&quot;shop&quot;}</source>
        <translation>the selector of the streams is missing, e.g. {app=&quot;shop&quot;}</translation>
    </message>
    <message>
        <source>%1 must be a text</source>
        <translation>%1 must be a text</translation>
    </message>
</context>
<context>
    <name>SourceRows</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Data age</source>
        <translation>Data age</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>no network</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>the folder cannot be written</source>
        <translation>the folder cannot be written</translation>
    </message>
    <message>
        <source>another collector (process %1) is writing to it</source>
        <translation>another collector (process %1) is writing to it</translation>
    </message>
    <message>
        <source>the file is not a history of samples</source>
        <translation>the file is not a history of samples</translation>
    </message>
    <message>
        <source>the file was written by a newer version of the console</source>
        <translation>the file was written by a newer version of the console</translation>
    </message>
    <message>
        <source>the file does not exist</source>
        <translation>the file does not exist</translation>
    </message>
    <message>
        <source>the history is open for reading only</source>
        <translation>the history is open for reading only</translation>
    </message>
    <message>
        <source>the clean-up was stopped</source>
        <translation>the clean-up was stopped</translation>
    </message>
    <message>
        <source>chunk %1 of %2 is broken</source>
        <translation>chunk %1 of %2 is broken</translation>
    </message>
    <message>
        <source>a summary of %1 is broken</source>
        <translation>a summary of %1 is broken</translation>
    </message>
    <message>
        <source>it holds %1 chunks and should hold %2</source>
        <translation>it holds %1 chunks and should hold %2</translation>
    </message>
    <message>
        <source>a backup cannot replace the history itself</source>
        <translation>a backup cannot replace the history itself</translation>
    </message>
    <message>
        <source>the backup cannot be put in place</source>
        <translation>the backup cannot be put in place</translation>
    </message>
    <message>
        <source>the regular expression is longer than 16 KiB</source>
        <translation>the regular expression is longer than 16 KiB</translation>
    </message>
    <message>
        <source>the regular expression is not valid: %1</source>
        <translation>the regular expression is not valid: %1</translation>
    </message>
    <message>
        <source>the disk is full; nothing of this change was kept</source>
        <translation>the disk is full; nothing of this change was kept</translation>
    </message>
    <message>
        <source>the file is not a database</source>
        <translation>the file is not a database</translation>
    </message>
    <message>
        <source>the database is damaged; restore it from a backup</source>
        <translation>the database is damaged; restore it from a backup</translation>
    </message>
    <message>
        <source>another process is writing to the database</source>
        <translation>another process is writing to the database</translation>
    </message>
    <message>
        <source>the database is open for reading only</source>
        <translation>the database is open for reading only</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>the file cannot be opened</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>the disk reports an error</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>out of memory</translation>
    </message>
    <message>
        <source>a chunk is broken or is not what its source says; it was left out</source>
        <translation>a chunk is broken or is not what its source says; it was left out</translation>
    </message>
    <message>
        <source>a row of histograms of %1 is broken</source>
        <translation>a row of histograms of %1 is broken</translation>
    </message>
    <message>
        <source>this history holds no native histograms</source>
        <translation>this history holds no native histograms</translation>
    </message>
    <message>
        <source>the file cannot be moved aside</source>
        <translation>the file cannot be moved aside</translation>
    </message>
    <message>
        <source>a history cannot be restored from itself</source>
        <translation>a history cannot be restored from itself</translation>
    </message>
</context>
<context>
    <name>TrackRecord</name>
    <message>
        <source>never run here</source>
        <translation>never run here</translation>
    </message>
    <message>
        <source>%1 of %2 earlier runs succeeded</source>
        <translation>%1 of %2 earlier runs succeeded</translation>
    </message>
</context>
<context>
    <name>TrainingService</name>
    <message>
        <source>the range is empty or has more than 2,000,000 rows</source>
        <translation>the range is empty or has more than 2,000,000 rows</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>the series is not in the history</source>
        <translation>the series is not in the history</translation>
    </message>
    <message>
        <source>there is no such training job</source>
        <translation>there is no such training job</translation>
    </message>
    <message>
        <source>another process runs this job</source>
        <translation>another process runs this job</translation>
    </message>
    <message>
        <source>the process that ran it ended</source>
        <translation>the process that ran it ended</translation>
    </message>
    <message>
        <source>a model&apos;s name has letters, digits, &apos;.&apos;, &apos;-&apos; and &apos;_&apos; only</source>
        <translation>a model&apos;s name has letters, digits, &apos;.&apos;, &apos;-&apos; and &apos;_&apos; only</translation>
    </message>
    <message>
        <source>a model watches 1 to 500 series</source>
        <translation>a model watches 1 to 500 series</translation>
    </message>
    <message>
        <source>the range is empty</source>
        <translation>the range is empty</translation>
    </message>
</context>
<context>
    <name>VersionRows</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trained</translation>
    </message>
    <message>
        <source>Volume under PR</source>
        <translation>Volume under PR</translation>
    </message>
    <message>
        <source>Range F1</source>
        <translation>Range F1</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Delay</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>not signed yet</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Range</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Device</translation>
    </message>
</context>
<context>
    <name>Webhook</name>
    <message>
        <source>the request has too many headers</source>
        <translation>the request has too many headers</translation>
    </message>
    <message>
        <source>the first line is not an HTTP request</source>
        <translation>the first line is not an HTTP request</translation>
    </message>
    <message>
        <source>only HTTP/1.1 is spoken here</source>
        <translation>only HTTP/1.1 is spoken here</translation>
    </message>
    <message>
        <source>the target is not a path</source>
        <translation>the target is not a path</translation>
    </message>
    <message>
        <source>a header is malformed</source>
        <translation>a header is malformed</translation>
    </message>
    <message>
        <source>a body must be sent with its length, not in chunks</source>
        <translation>a body must be sent with its length, not in chunks</translation>
    </message>
    <message>
        <source>the request must name one host</source>
        <translation>the request must name one host</translation>
    </message>
    <message>
        <source>the length of the body is missing</source>
        <translation>the length of the body is missing</translation>
    </message>
    <message>
        <source>the length of the body is not a number</source>
        <translation>the length of the body is not a number</translation>
    </message>
    <message>
        <source>the body is larger than %1 KiB</source>
        <translation>the body is larger than %1 KiB</translation>
    </message>
    <message>
        <source>the head of the request is too large</source>
        <translation>the head of the request is too large</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Healthy</source>
        <translation>Healthy</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Maintenance</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Stale</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Critical</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>No verdict</translation>
    </message>
    <message>
        <source>True</source>
        <comment>verdict</comment>
        <translation>True</translation>
    </message>
    <message>
        <source>False</source>
        <comment>verdict</comment>
        <translation>False</translation>
    </message>
    <message>
        <source>Expected</source>
        <comment>verdict</comment>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Wrong scope</source>
        <translation>Wrong scope</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>incident state</comment>
        <translation>Open</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>Mitigating</source>
        <translation>Mitigating</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Anomaly</source>
        <translation>Anomaly</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Suggested</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Rolled back</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Deploy</translation>
    </message>
    <message>
        <source>Bad data</source>
        <translation>Bad data</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>Prometheus</source>
        <translation>Prometheus</translation>
    </message>
    <message>
        <source>Exporter scrape</source>
        <translation>Exporter scrape</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Starting</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Partial</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Timed out</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>reads only</source>
        <translation>reads only</translation>
    </message>
    <message>
        <source>safe to repeat</source>
        <translation>safe to repeat</translation>
    </message>
    <message>
        <source>at most once</source>
        <translation>at most once</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Candidate</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>Refused to load</source>
        <translation>Refused to load</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Queued</translation>
    </message>
    <message>
        <source>Collecting data</source>
        <translation>Collecting data</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Evaluating</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrupted</translation>
    </message>
    <message numerus="yes">
        <source>Record intact: %Ln entries</source>
        <translation>
            <numerusform>Record intact: %Ln entry</numerusform>
            <numerusform>Record intact: %Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not confirmed from outside: %Ln entries agree with each other</source>
        <translation>
            <numerusform>Not confirmed from outside: %Ln entry</numerusform>
            <numerusform>Not confirmed from outside: %Ln entries agree with each other</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry %1 does not match its hash</source>
        <translation>Entry %1 does not match its hash</translation>
    </message>
    <message>
        <source>The record does not match its signed head</source>
        <translation>The record does not match its signed head</translation>
    </message>
    <message>
        <source>Low risk</source>
        <translation>Low risk</translation>
    </message>
    <message>
        <source>Medium risk</source>
        <translation>Medium risk</translation>
    </message>
    <message>
        <source>High risk</source>
        <translation>High risk</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month, in Qt&apos;s date format</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date in Qt&apos;s date format</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Suggest</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Dry run</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Roll back</translation>
    </message>
    <message>
        <source>Open incident</source>
        <translation>Open incident</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>Remove label</translation>
    </message>
    <message>
        <source>Promote model</source>
        <translation>Promote model</translation>
    </message>
    <message>
        <source>Roll back model</source>
        <translation>Roll back model</translation>
    </message>
    <message>
        <source>Save source</source>
        <translation>Save source</translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation>Remove source</translation>
    </message>
    <message>
        <source>Arm write mode</source>
        <translation>Arm write mode</translation>
    </message>
    <message>
        <source>Disarm write mode</source>
        <translation>Disarm write mode</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Name resolves</source>
        <translation>Name resolves</translation>
    </message>
    <message>
        <source>Port answers</source>
        <translation>Port answers</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>Waits for approval</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Verifying</translation>
    </message>
    <message>
        <source>No effect shown</source>
        <translation>No effect shown</translation>
    </message>
    <message>
        <source>Made it worse</source>
        <translation>Made it worse</translation>
    </message>
    <message>
        <source>Rolling back</source>
        <translation>Rolling back</translation>
    </message>
    <message>
        <source>Roll-back failed</source>
        <translation>Roll-back failed</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Needs a person</translation>
    </message>
    <message>
        <source>Console started</source>
        <translation>Console started</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Last checks</source>
        <translation>Last checks</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Settle an open step</source>
        <translation>Settle an open step</translation>
    </message>
    <message>
        <source>State of a run</source>
        <translation>State of a run</translation>
    </message>
    <message>
        <source>Anomaly joins</source>
        <translation>Anomaly joins</translation>
    </message>
    <message>
        <source>Missed target joins</source>
        <translation>Missed target joins</translation>
    </message>
    <message>
        <source>State of an incident</source>
        <translation>State of an incident</translation>
    </message>
    <message>
        <source>Label taken back</source>
        <translation>Label taken back</translation>
    </message>
    <message>
        <source>Store model</source>
        <translation>Store model</translation>
    </message>
    <message>
        <source>Refuse model</source>
        <translation>Refuse model</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>Stop all actions</translation>
    </message>
    <message>
        <source>Resume actions</source>
        <translation>Resume actions</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation>Kind of server</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Selection</translation>
    </message>
    <message>
        <source>Alertmanager</source>
        <translation>Alertmanager</translation>
    </message>
    <message>
        <source>Edge over ssh</source>
        <translation>Edge over ssh</translation>
    </message>
    <message>
        <source>Grafana Loki</source>
        <translation>Grafana Loki</translation>
    </message>
    <message>
        <source>System journal</source>
        <translation>System journal</translation>
    </message>
    <message>
        <source>Log files</source>
        <translation>Log files</translation>
    </message>
    <message>
        <source>Grafana</source>
        <translation>Grafana</translation>
    </message>
    <message>
        <source>Change entered</source>
        <translation>Change entered</translation>
    </message>
    <message>
        <source>Change removed</source>
        <translation>Change removed</translation>
    </message>
    <message>
        <source>Annotate in Grafana</source>
        <translation>Annotate in Grafana</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Save view</translation>
    </message>
    <message>
        <source>Remove view</source>
        <translation>Remove view</translation>
    </message>
</context>
<context>
    <name>lepto</name>
    <message>
        <source>the head of the audit log is damaged</source>
        <translation>the head of the audit log is damaged</translation>
    </message>
    <message>
        <source>Entry %1 is missing</source>
        <translation>Entry %1 is missing</translation>
    </message>
    <message>
        <source>Entry %1 does not match its hash</source>
        <translation>Entry %1 does not match its hash</translation>
    </message>
    <message>
        <source>The tree after entry %1 does not match the entries</source>
        <translation>The tree after entry %1 does not match the entries</translation>
    </message>
    <message>
        <source>The head after entry %1 is not genuine: %2</source>
        <translation>The head after entry %1 is not genuine: %2</translation>
    </message>
    <message>
        <source>The head after entry %1 does not match the entries</source>
        <translation>The head after entry %1 does not match the entries</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1: no data for %2</source>
        <translation>%1: no data for %2</translation>
    </message>
    <message>
        <source>%1: no data</source>
        <translation>%1: no data</translation>
    </message>
    <message>
        <source>%1 %2, limit %3</source>
        <translation>%1 %2, limit %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; is missing</source>
        <translation>field &quot;%1&quot; is missing</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a duration such as 30s or 5m, at most a day</source>
        <translation>&quot;%1&quot; is not a duration such as 30s or 5m, at most a day</translation>
    </message>
    <message>
        <source>the critical limit must be as far as the warning limit or farther</source>
        <translation>the critical limit must be as far as the warning limit or farther</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of latency, traffic, errors, saturation, other</source>
        <translation>&quot;%1&quot; is not one of latency, traffic, errors, saturation, other</translation>
    </message>
    <message>
        <source>the expression is a %1, not an instant vector</source>
        <translation>the expression is a %1, not an instant vector</translation>
    </message>
    <message>
        <source>only version 1 is understood</source>
        <translation>only version 1 is understood</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; must be a list</source>
        <translation>field &quot;%1&quot; must be a list</translation>
    </message>
    <message>
        <source>more than %1 rules</source>
        <translation>more than %1 rules</translation>
    </message>
    <message>
        <source>there are two rules &quot;%1&quot;</source>
        <translation>there are two rules &quot;%1&quot;</translation>
    </message>
    <message>
        <source>is larger than 256 KiB</source>
        <translation>is larger than 256 KiB</translation>
    </message>
    <message>
        <source>must hold one YAML document</source>
        <translation>must hold one YAML document</translation>
    </message>
    <message>
        <source>not YAML: %1</source>
        <translation>not YAML: %1</translation>
    </message>
    <message>
        <source>more than %1 rule files, the rest is not read</source>
        <translation>more than %1 rule files, the rest is not read</translation>
    </message>
    <message>
        <source>Abnormal</source>
        <translation>Abnormal</translation>
    </message>
    <message>
        <source>%1 and %2 more abnormal</source>
        <translation>%1 and %2 more abnormal</translation>
    </message>
    <message>
        <source>%1 abnormal</source>
        <translation>%1 abnormal</translation>
    </message>
    <message>
        <source>%1 and %2 abnormal</source>
        <translation>%1 and %2 abnormal</translation>
    </message>
    <message>
        <source>%1 critical</source>
        <translation>%1 critical</translation>
    </message>
    <message>
        <source>matches %1, %2</source>
        <translation>matches %1, %2</translation>
    </message>
    <message>
        <source>matches %1 of %2, score %3</source>
        <translation>matches %1 of %2, score %3</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot;</source>
        <translation>parameter &quot;%1&quot;</translation>
    </message>
    <message>
        <source>a value is needed</source>
        <translation>a value is needed</translation>
    </message>
    <message>
        <source>the runbook has no such parameter</source>
        <translation>the runbook has no such parameter</translation>
    </message>
    <message>
        <source>there is no program of this name</source>
        <translation>there is no program of this name</translation>
    </message>
    <message>
        <source>everybody may change this program</source>
        <translation>everybody may change this program</translation>
    </message>
    <message>
        <source>the target is empty; nothing is never everything</source>
        <translation>the target is empty; nothing is never everything</translation>
    </message>
    <message>
        <source>%1 of %2 approvals are there</source>
        <translation>%1 of %2 approvals are there</translation>
    </message>
    <message>
        <source>%1 is not the program that was approved</source>
        <translation>%1 is not the program that was approved</translation>
    </message>
    <message>
        <source>The runbook %1 has changed since the plan was made</source>
        <translation>The runbook %1 has changed since the plan was made</translation>
    </message>
    <message>
        <source>The plan has expired</source>
        <translation>The plan has expired</translation>
    </message>
    <message>
        <source>The guard %1 cannot be measured</source>
        <translation>The guard %1 cannot be measured</translation>
    </message>
    <message>
        <source>The guard %1 is %2, not %3</source>
        <translation>The guard %1 is %2, not %3</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>plan %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a regular expression</source>
        <translation>&quot;%1&quot; is not a regular expression</translation>
    </message>
    <message>
        <source>a parameter&apos;s name is lower-case letters, digits and _</source>
        <translation>a parameter&apos;s name is lower-case letters, digits and _</translation>
    </message>
    <message>
        <source>&quot;from&quot; must be service, signal, incident or label:NAME</source>
        <translation>&quot;from&quot; must be service, signal, incident or label:NAME</translation>
    </message>
    <message>
        <source>the field &quot;values&quot; is missing</source>
        <translation>the field &quot;values&quot; is missing</translation>
    </message>
    <message>
        <source>&quot;parameters&quot; must be a map of at most %1 parameters</source>
        <translation>&quot;parameters&quot; must be a map of at most %1 parameters</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a rate like 3/1h</source>
        <translation>&quot;%1&quot; must be a rate like 3/1h</translation>
    </message>
    <message>
        <source>the step &quot;%1&quot; is given twice, has no time or is one too many</source>
        <translation>the step &quot;%1&quot; is given twice, has no time or is one too many</translation>
    </message>
    <message>
        <source>&quot;interval&quot; must be longer than nothing and not longer than &quot;window&quot;</source>
        <translation>&quot;interval&quot; must be longer than nothing and not longer than &quot;window&quot;</translation>
    </message>
    <message>
        <source>&quot;automatic_on&quot; knows step_failed and no_harm_violated</source>
        <translation>&quot;automatic_on&quot; knows step_failed and no_harm_violated</translation>
    </message>
    <message>
        <source>the id is lower-case letters, digits and -</source>
        <translation>the id is lower-case letters, digits and -</translation>
    </message>
    <message>
        <source>there is no step</source>
        <translation>there is no step</translation>
    </message>
    <message>
        <source>a runbook that changes something needs &quot;verify&quot;: without a measured effect nothing has succeeded</source>
        <translation>a runbook that changes something needs &quot;verify&quot;: without a measured effect nothing has succeeded</translation>
    </message>
    <message>
        <source>a reversible runbook needs &quot;rollback&quot;</source>
        <translation>a reversible runbook needs &quot;rollback&quot;</translation>
    </message>
    <message>
        <source>&quot;on_failure: rollback&quot; needs &quot;rollback&quot;</source>
        <translation>&quot;on_failure: rollback&quot; needs &quot;rollback&quot;</translation>
    </message>
    <message>
        <source>line %1: </source>
        <translation>line %1: </translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number from %2 to %3</source>
        <translation>&quot;%1&quot; must be a number from %2 to %3</translation>
    </message>
    <message>
        <source>the file is larger than 256 KiB</source>
        <translation>the file is larger than 256 KiB</translation>
    </message>
    <message>
        <source>the file is not UTF-8</source>
        <translation>the file is not UTF-8</translation>
    </message>
    <message>
        <source>the file contains control characters</source>
        <translation>the file contains control characters</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>the file is empty</translation>
    </message>
    <message>
        <source>the file holds more than one document</source>
        <translation>the file holds more than one document</translation>
    </message>
</context>
<context>
    <name>lepto::AboutPage</name>
    <message>
        <source>Copy as text</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>Version, sizes and numbers, without names and addresses</source>
        <translation>Version, sizes and numbers, without names and addresses</translation>
    </message>
    <message>
        <source>Own numbers</source>
        <translation>Own numbers</translation>
    </message>
    <message>
        <source>The console&apos;s own numbers</source>
        <translation>The console&apos;s own numbers</translation>
    </message>
    <message>
        <source>What left this machine</source>
        <translation>What left this machine</translation>
    </message>
    <message>
        <source>Bytes of HTTP, without TLS and TCP. No account, no telemetry to anyone: only what your sources ask.</source>
        <translation>Bytes of HTTP, without TLS and TCP. No account, no telemetry to anyone: only what your sources ask.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Open the sources</source>
        <translation>Open the sources</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Leptoscope is free software: GPL-3.0 or later</source>
        <translation>Leptoscope is free software: GPL-3.0 or later</translation>
    </message>
    <message>
        <source>Without any warranty. The full text is the file LICENSE of the source, /usr/share/common-licenses/GPL-3 on Debian, and gnu.org/licenses.</source>
        <translation>Without any warranty. The full text is the file LICENSE of the source, /usr/share/common-licenses/GPL-3 on Debian, and gnu.org/licenses.</translation>
    </message>
    <message>
        <source>Leptoscope %1</source>
        <translation>Leptoscope %1</translation>
    </message>
    <message>
        <source>The data folder cannot be written.</source>
        <translation>The data folder cannot be written.</translation>
    </message>
    <message>
        <source>Nothing new is kept. Whoever owns %1 can allow it.</source>
        <translation>Nothing new is kept. Whoever owns %1 can allow it.</translation>
    </message>
    <message>
        <source>A recording is open.</source>
        <translation>A recording is open.</translation>
    </message>
    <message>
        <source>This page goes on speaking of this console, not of the recording.</source>
        <translation>This page goes on speaking of this console, not of the recording.</translation>
    </message>
    <message>
        <source>the same on http://127.0.0.1:%1/metrics</source>
        <translation>the same on http://127.0.0.1:%1/metrics</translation>
    </message>
    <message>
        <source>the own metrics page is off</source>
        <translation>the own metrics page is off</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>since %1</translation>
    </message>
</context>
<context>
    <name>lepto::ActionsPage</name>
    <message>
        <source>Next, previous plan</source>
        <translation>Next, previous plan</translation>
    </message>
    <message>
        <source>Repeat the dry run</source>
        <translation>Repeat the dry run</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>Stop all actions</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>filter, with a count</comment>
        <translation>Open %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>All %1</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>No suggestion</translation>
    </message>
    <message>
        <source>Plans come from runbooks when an incident fits one.</source>
        <translation>Plans come from runbooks when an incident fits one.</translation>
    </message>
    <message>
        <source>Last: %1, %2</source>
        <translation>Last: %1, %2</translation>
    </message>
    <message>
        <source>Dry run is running…</source>
        <translation>Dry run is running…</translation>
    </message>
    <message>
        <source>No dry run yet. It changes nothing.</source>
        <translation>No dry run yet. It changes nothing.</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Dry run</translation>
    </message>
    <message>
        <source>Repeat dry run</source>
        <translation>Repeat dry run</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>%1 of %2 hold</source>
        <translation>%1 of %2 hold</translation>
    </message>
    <message>
        <source>reversible</source>
        <translation>reversible</translation>
    </message>
    <message>
        <source>not reversible</source>
        <translation>not reversible</translation>
    </message>
    <message>
        <source>nothing has run</source>
        <translation>nothing has run</translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>it is running</source>
        <translation>it is running</translation>
    </message>
    <message>
        <source>arm write mode first</source>
        <translation>arm write mode first</translation>
    </message>
    <message>
        <source>Roll %1 back to how it was?</source>
        <translation>Roll %1 back to how it was?</translation>
    </message>
    <message>
        <source>Roll back %1</source>
        <translation>Roll back %1</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Copy the plan&apos;s hash</source>
        <translation>Copy the plan&apos;s hash</translation>
    </message>
    <message>
        <source>against what is there now</source>
        <translation>against what is there now</translation>
    </message>
    <message>
        <source>Copy as script</source>
        <translation>Copy as script</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>immutable</source>
        <translation>immutable</translation>
    </message>
    <message>
        <source>Exactly what runs</source>
        <translation>Exactly what runs</translation>
    </message>
    <message>
        <source>argument lists, one element a line, no shell</source>
        <translation>argument lists, one element a line, no shell</translation>
    </message>
    <message>
        <source>Run log</source>
        <translation>Run log</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Roll back</translation>
    </message>
    <message>
        <source>Output of the step</source>
        <translation>Output of the step</translation>
    </message>
    <message>
        <source>Guards</source>
        <translation>Guards</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>measured, not assumed</source>
        <translation>measured, not assumed</translation>
    </message>
    <message>
        <source>If it does not work</source>
        <translation>If it does not work</translation>
    </message>
</context>
<context>
    <name>lepto::AlertDetail</name>
    <message>
        <source>No alert is selected.</source>
        <translation>No alert is selected.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels of the alert</source>
        <translation>Labels of the alert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>open in the browser</source>
        <translation>open in the browser</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>Silence…</translation>
    </message>
    <message>
        <source>Silence this alert</source>
        <translation>Silence this alert</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Explore</translation>
    </message>
    <message>
        <source>Open in Explore</source>
        <translation>Open in Explore</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>Open incident %1</source>
        <translation>Open incident %1</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Last 24 h</translation>
    </message>
    <message numerus="yes">
        <source>fired %n times</source>
        <translation>
            <numerusform>fired once</numerusform>
            <numerusform>fired %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>flapping</source>
        <translation>flapping</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Receivers</translation>
    </message>
    <message>
        <source>Seen at</source>
        <translation>Seen at</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>as it was told last; its source does not answer</source>
        <translation>as it was told last; its source does not answer</translation>
    </message>
    <message>
        <source>Inhibited by</source>
        <translation>Inhibited by</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>Open %1 in the browser</translation>
    </message>
    <message>
        <source>Silence: %1</source>
        <translation>Silence: %1</translation>
    </message>
</context>
<context>
    <name>lepto::AlertModel</name>
    <message>
        <source>its source does not answer; this is what it said last</source>
        <translation>its source does not answer; this is what it said last</translation>
    </message>
    <message>
        <source>flapping</source>
        <translation>flapping</translation>
    </message>
    <message numerus="yes">
        <source>%n in 24 h</source>
        <comment>times fired</comment>
        <translation>
            <numerusform>%n in 24 h</numerusform>
            <numerusform>%n in 24 h</numerusform>
        </translation>
    </message>
    <message>
        <source>All together</source>
        <translation>All together</translation>
    </message>
    <message>
        <source>to %1, by %2</source>
        <translation>to %1, by %2</translation>
    </message>
    <message>
        <source>In no group</source>
        <translation>In no group</translation>
    </message>
    <message>
        <source>rules of Prometheus, or not routed yet</source>
        <translation>rules of Prometheus, or not routed yet</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Receiver</translation>
    </message>
</context>
<context>
    <name>lepto::AlertNotice</name>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
</context>
<context>
    <name>lepto::AlertService</name>
    <message>
        <source>there is no place for secrets</source>
        <translation>there is no place for secrets</translation>
    </message>
    <message>
        <source>no such Alertmanager among the sources</source>
        <translation>no such Alertmanager among the sources</translation>
    </message>
</context>
<context>
    <name>lepto::AlertmanagerClient</name>
    <message>
        <source>the answer is no list, this is not Alertmanager&apos;s API</source>
        <translation>the answer is no list, this is not Alertmanager&apos;s API</translation>
    </message>
    <message>
        <source>the answer has more than %1 rows</source>
        <translation>the answer has more than %1 rows</translation>
    </message>
    <message>
        <source>is not the id of a silence</source>
        <translation>is not the id of a silence</translation>
    </message>
    <message>
        <source>%1; whether it was done is not known, look at the list of silences before trying again</source>
        <translation>%1; whether it was done is not known, look at the list of silences before trying again</translation>
    </message>
    <message>
        <source>the answer names no version, this is not Alertmanager&apos;s API</source>
        <translation>the answer names no version, this is not Alertmanager&apos;s API</translation>
    </message>
    <message>
        <source>Alertmanager knows no such silence</source>
        <translation>Alertmanager knows no such silence</translation>
    </message>
    <message>
        <source>the answer is no silence</source>
        <translation>the answer is no silence</translation>
    </message>
    <message>
        <source>the answer names no silence; look at the list of silences before trying again</source>
        <translation>the answer names no silence; look at the list of silences before trying again</translation>
    </message>
</context>
<context>
    <name>lepto::AlertsPage</name>
    <message>
        <source>next, previous row</source>
        <translation>next, previous row</translation>
    </message>
    <message>
        <source>filter: words, or matchers such as severity=&quot;critical&quot;</source>
        <translation>filter: words, or matchers such as severity=&quot;critical&quot;</translation>
    </message>
    <message>
        <source>silence the alert, or write a new silence</source>
        <translation>silence the alert, or write a new silence</translation>
    </message>
    <message>
        <source>change the silence</source>
        <translation>change the silence</translation>
    </message>
    <message>
        <source>group as notified, or by severity</source>
        <translation>group as notified, or by severity</translation>
    </message>
    <message>
        <source>send the form</source>
        <translation>send the form</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>leave the form</source>
        <translation>leave the form</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>Nobody answers; this is how it was</source>
        <translation>Nobody answers; this is how it was</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts want somebody</source>
        <translation>
            <numerusform>%n alert wants somebody</numerusform>
            <numerusform>%n alerts want somebody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>%n critical</numerusform>
            <numerusform>%n critical</numerusform>
        </translation>
    </message>
    <message>
        <source>No alert at the sources that answer</source>
        <translation>No alert at the sources that answer</translation>
    </message>
    <message>
        <source>No alert wants anybody</source>
        <translation>No alert wants anybody</translation>
    </message>
    <message>
        <source>Now %1</source>
        <comment>tab, with a count</comment>
        <translation>Now %1</translation>
    </message>
    <message>
        <source>Silences %1</source>
        <comment>tab, with a count</comment>
        <translation>Silences %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Active %1</source>
        <translation>Active %1</translation>
    </message>
    <message>
        <source>Silenced %1</source>
        <translation>Silenced %1</translation>
    </message>
    <message>
        <source>Inhibited %1</source>
        <translation>Inhibited %1</translation>
    </message>
    <message>
        <source>%1 does not answer; its last word is %2 old: %3</source>
        <translation>%1 does not answer; its last word is %2 old: %3</translation>
    </message>
    <message>
        <source>%1 has never answered: %2</source>
        <translation>%1 has never answered: %2</translation>
    </message>
    <message>
        <source>The rule %1 of %2 is broken and cannot fire: %3</source>
        <translation>The rule %1 of %2 is broken and cannot fire: %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>A recording carries no alerts</source>
        <translation>A recording carries no alerts</translation>
    </message>
    <message>
        <source>Leave the recording to see what fires now.</source>
        <translation>Leave the recording to see what fires now.</translation>
    </message>
    <message>
        <source>No Alertmanager is connected</source>
        <translation>No Alertmanager is connected</translation>
    </message>
    <message>
        <source>Alerts come from Alertmanagers and from the rules of Prometheus servers.</source>
        <translation>Alerts come from Alertmanagers and from the rules of Prometheus servers.</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Add source</translation>
    </message>
    <message>
        <source>Nothing is known</source>
        <translation>Nothing is known</translation>
    </message>
    <message>
        <source>No source answers, so whether something fires is not known.</source>
        <translation>No source answers, so whether something fires is not known.</translation>
    </message>
    <message>
        <source>Asking the sources…</source>
        <translation>Asking the sources…</translation>
    </message>
    <message>
        <source>Some sources do not answer; what they know is missing here.</source>
        <translation>Some sources do not answer; what they know is missing here.</translation>
    </message>
    <message>
        <source>%1 of %2 alerts are shown; filter for the others</source>
        <translation>%1 of %2 alerts are shown; filter for the others</translation>
    </message>
    <message>
        <source>No alert fires</source>
        <translation>No alert fires</translation>
    </message>
    <message>
        <source>No alert fits</source>
        <translation>No alert fits</translation>
    </message>
    <message>
        <source>Others do; widen the filter.</source>
        <translation>Others do; widen the filter.</translation>
    </message>
    <message>
        <source>%1 of %2 silences are shown</source>
        <translation>%1 of %2 silences are shown</translation>
    </message>
    <message>
        <source>No silence has ended lately</source>
        <translation>No silence has ended lately</translation>
    </message>
    <message>
        <source>Nothing is silenced</source>
        <translation>Nothing is silenced</translation>
    </message>
    <message>
        <source>%1 of %2 alerts are shown</source>
        <translation>%1 of %2 alerts are shown</translation>
    </message>
    <message>
        <source>Only the newest %1 times are counted</source>
        <translation>Only the newest %1 times are counted</translation>
    </message>
    <message>
        <source>Nothing fired in this range</source>
        <translation>Nothing fired in this range</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>As far as this console watched.</source>
        <translation>As far as this console watched.</translation>
    </message>
    <message>
        <source>no Alertmanager has this alert, so nobody is notified of it</source>
        <translation>no Alertmanager has this alert, so nobody is notified of it</translation>
    </message>
    <message>
        <source>The silence “%1” is ended.</source>
        <translation>The silence “%1” is ended.</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Make it again</translation>
    </message>
    <message>
        <source>The silence is made again.</source>
        <translation>The silence is made again.</translation>
    </message>
    <message>
        <source>New silence</source>
        <translation>New silence</translation>
    </message>
    <message>
        <source>written in place of the details</source>
        <translation>written in place of the details</translation>
    </message>
    <message>
        <source>Words, or severity=&quot;critical&quot;</source>
        <translation>Words, or severity=&quot;critical&quot;</translation>
    </message>
    <message>
        <source>Filter alerts</source>
        <translation>Filter alerts</translation>
    </message>
    <message>
        <source>Alerts, worst first</source>
        <translation>Alerts, worst first</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Filter silences</source>
        <translation>Filter silences</translation>
    </message>
    <message>
        <source>Silences, the one that ends first leads</source>
        <translation>Silences, the one that ends first leads</translation>
    </message>
    <message>
        <source>Now and later</source>
        <translation>Now and later</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>Filter the history</translation>
    </message>
    <message>
        <source>What fired in the range, the last first</source>
        <translation>What fired in the range, the last first</translation>
    </message>
    <message>
        <source>It is done, but its outcome could not be recorded: %1</source>
        <translation>It is done, but its outcome could not be recorded: %1</translation>
    </message>
    <message>
        <source>Alertmanager ended the old silence and made another.</source>
        <translation>Alertmanager ended the old silence and made another.</translation>
    </message>
    <message>
        <source>The silence is changed.</source>
        <translation>The silence is changed.</translation>
    </message>
    <message>
        <source>The silence is made; the Alertmanager applies it within seconds.</source>
        <translation>The silence is made; the Alertmanager applies it within seconds.</translation>
    </message>
</context>
<context>
    <name>lepto::AnnotationWriter</name>
    <message>
        <source>it is being written to %1 already</source>
        <translation>it is being written to %1 already</translation>
    </message>
</context>
<context>
    <name>lepto::ApprovalPanel</name>
    <message>
        <source>Approval</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Reason, enters the audit record</source>
        <translation>Reason, enters the audit record</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Name of the target</source>
        <translation>Name of the target</translation>
    </message>
    <message>
        <source>Approve and sign</source>
        <translation>Approve and sign</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>The executor refuses any other bytes, an expired plan or changed targets.</source>
        <translation>The executor refuses any other bytes, an expired plan or changed targets.</translation>
    </message>
    <message>
        <source>of exactly this plan</source>
        <translation>of exactly this plan</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>expires in %1</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>you</source>
        <translation>you</translation>
    </message>
    <message>
        <source>Type %1 to allow signing</source>
        <translation>Type %1 to allow signing</translation>
    </message>
    <message>
        <source>Run on %1</source>
        <translation>Run on %1</translation>
    </message>
    <message>
        <source>Approval of plan %1, %2 of %3 signatures</source>
        <translation>Approval of plan %1, %2 of %3 signatures</translation>
    </message>
    <message>
        <source>being signed</source>
        <translation>being signed</translation>
    </message>
    <message>
        <source>the plan has expired</source>
        <translation>the plan has expired</translation>
    </message>
    <message>
        <source>you have signed; another person is needed</source>
        <translation>you have signed; another person is needed</translation>
    </message>
    <message>
        <source>waits for a dry run</source>
        <translation>waits for a dry run</translation>
    </message>
    <message>
        <source>arm write mode first</source>
        <translation>arm write mode first</translation>
    </message>
    <message>
        <source>type a reason first</source>
        <translation>type a reason first</translation>
    </message>
    <message>
        <source>type %1 first</source>
        <translation>type %1 first</translation>
    </message>
    <message>
        <source>it is running</source>
        <translation>it is running</translation>
    </message>
    <message>
        <source>all actions are stopped</source>
        <translation>all actions are stopped</translation>
    </message>
    <message>
        <source>Disabled: %1</source>
        <translation>Disabled: %1</translation>
    </message>
</context>
<context>
    <name>lepto::ArmPopup</name>
    <message>
        <source>Arm write mode</source>
        <translation>Arm write mode</translation>
    </message>
    <message>
        <source>Reason, enters the audit record</source>
        <translation>Reason, enters the audit record</translation>
    </message>
    <message>
        <source>Reason for write mode</source>
        <translation>Reason for write mode</translation>
    </message>
    <message>
        <source>Write mode</source>
        <translation>Write mode</translation>
    </message>
    <message>
        <source>Approved plans may run until the time is over. It ends by itself.</source>
        <translation>Approved plans may run until the time is over. It ends by itself.</translation>
    </message>
    <message>
        <source>disabled: type a reason first</source>
        <translation>disabled: type a reason first</translation>
    </message>
</context>
<context>
    <name>lepto::AttentionList</name>
    <message numerus="yes">
        <source>Needs attention, %n items, sorted by severity</source>
        <translation>
            <numerusform>Needs attention, %n item</numerusform>
            <numerusform>Needs attention, %n items, sorted by severity</numerusform>
        </translation>
    </message>
    <message>
        <source>True</source>
        <translation>True</translation>
    </message>
    <message>
        <source>False</source>
        <translation>False</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Ack</source>
        <translation>Ack</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>lepto::AuditLog</name>
    <message>
        <source>the database does not contain the anchored head</source>
        <translation>the database does not contain the anchored head</translation>
    </message>
    <message>
        <source>audit entry %1</source>
        <translation>audit entry %1</translation>
    </message>
    <message>
        <source>there is no such entry</source>
        <translation>there is no such entry</translation>
    </message>
    <message>
        <source>the entries do not give the signed head</source>
        <translation>the entries do not give the signed head</translation>
    </message>
</context>
<context>
    <name>lepto::AuditModel</name>
    <message>
        <source>Seq</source>
        <translation>Seq</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Actor</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
</context>
<context>
    <name>lepto::AuditPage</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>Verify now</translation>
    </message>
    <message>
        <source>Export proof</source>
        <translation>Export proof</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Copy the row</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking every entry…</source>
        <translation>Checking every entry…</translation>
    </message>
    <message>
        <source>The record begins with your first act</source>
        <translation>The record begins with your first act</translation>
    </message>
    <message>
        <source>Removal of the newest entries would go unnoticed until the next head leaves this machine.</source>
        <translation>Removal of the newest entries would go unnoticed until the next head leaves this machine.</translation>
    </message>
    <message>
        <source>Without a head kept outside this database the whole record could have been made anew. Keep one elsewhere.</source>
        <translation>Without a head kept outside this database the whole record could have been made anew. Keep one elsewhere.</translation>
    </message>
    <message>
        <source>The record cannot be read</source>
        <translation>The record cannot be read</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>No entry yet</source>
        <translation>No entry yet</translation>
    </message>
    <message>
        <source>No entry fits the filter</source>
        <translation>No entry fits the filter</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>older ones load while scrolling</source>
        <translation>older ones load while scrolling</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Entry %1</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>none selected</source>
        <translation>none selected</translation>
    </message>
    <message>
        <source>Hash of this entry</source>
        <translation>Hash of this entry</translation>
    </message>
    <message>
        <source>Place in the record</source>
        <translation>Place in the record</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>Audit record</source>
        <translation>Audit record</translation>
    </message>
    <message>
        <source>Actor, object, note or hash</source>
        <translation>Actor, object, note or hash</translation>
    </message>
    <message>
        <source>Filter of the audit record</source>
        <translation>Filter of the audit record</translation>
    </message>
    <message>
        <source>All</source>
        <comment>entries</comment>
        <translation>All</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Copy the entry as JSON</source>
        <translation>Copy the entry as JSON</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Chain</translation>
    </message>
    <message>
        <source>What this cannot show</source>
        <translation>What this cannot show</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows shown</source>
        <translation>
            <numerusform>%Ln row shown</numerusform>
            <numerusform>%Ln rows shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An extract of the record, %n entries</source>
        <translation>
            <numerusform>An extract of the record, %n entry</numerusform>
            <numerusform>An extract of the record, %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln written since, not checked yet</source>
        <translation>
            <numerusform>%Ln written since, not checked yet</numerusform>
            <numerusform>%Ln written since, not checked yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::AuditVerifier</name>
    <message>
        <source>The check was stopped after entry %1</source>
        <translation>The check was stopped after entry %1</translation>
    </message>
    <message>
        <source>Entries after %1 are missing</source>
        <translation>Entries after %1 are missing</translation>
    </message>
    <message>
        <source>The entries are sound, but no anchor outside the database confirms that none is missing</source>
        <translation>The entries are sound, but no anchor outside the database confirms that none is missing</translation>
    </message>
    <message>
        <source>The anchor is not genuine: %1</source>
        <translation>The anchor is not genuine: %1</translation>
    </message>
    <message>
        <source>The anchor&apos;s head is entry %1, the database ends at %2</source>
        <translation>The anchor&apos;s head is entry %1, the database ends at %2</translation>
    </message>
    <message>
        <source>The anchor&apos;s head at entry %1 differs from the database</source>
        <translation>The anchor&apos;s head at entry %1 differs from the database</translation>
    </message>
    <message>
        <source>All %1 entries match, anchored at entry %2</source>
        <translation>All %1 entries match, anchored at entry %2</translation>
    </message>
    <message>
        <source>The file is not an exported audit log</source>
        <translation>The file is not an exported audit log</translation>
    </message>
    <message>
        <source>Entry %1 is missing</source>
        <translation>Entry %1 is missing</translation>
    </message>
    <message>
        <source>The entries do not give the signed head</source>
        <translation>The entries do not give the signed head</translation>
    </message>
    <message>
        <source>All %1 entries match the signed head of the file</source>
        <translation>All %1 entries match the signed head of the file</translation>
    </message>
</context>
<context>
    <name>lepto::CapacityTable</name>
    <message>
        <source>Resource</source>
        <translation>Resource</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>7 d + 3 d</source>
        <translation>7 d + 3 d</translation>
    </message>
    <message>
        <source>Limit reached (UTC)</source>
        <translation>Limit reached (UTC)</translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation>Limit reached</translation>
    </message>
    <message>
        <source>Band held</source>
        <translation>Band held</translation>
    </message>
    <message>
        <source>Capacity, fullest first</source>
        <translation>Capacity, fullest first</translation>
    </message>
    <message>
        <source>asking for a forecast</source>
        <translation>asking for a forecast</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>withheld</translation>
    </message>
    <message>
        <source>no forecast</source>
        <translation>no forecast</translation>
    </message>
    <message>
        <source>no better than seasonal naive</source>
        <translation>no better than seasonal naive</translation>
    </message>
    <message>
        <source>not enough history</source>
        <translation>not enough history</translation>
    </message>
    <message>
        <source>not within 3 d</source>
        <translation>not within 3 d</translation>
    </message>
    <message>
        <source>earliest %1</source>
        <translation>earliest %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>later</source>
        <translation>later</translation>
    </message>
    <message>
        <source>80 %: %1 to %2</source>
        <translation>80 %: %1 to %2</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>limit %1</translation>
    </message>
</context>
<context>
    <name>lepto::Catalogue</name>
    <message>
        <source>%1: only the first %2 files are read</source>
        <translation>%1: only the first %2 files are read</translation>
    </message>
    <message>
        <source>%1: the file is a link or cannot be read</source>
        <translation>%1: the file is a link or cannot be read</translation>
    </message>
    <message>
        <source>%1: another file already has the id &quot;%2&quot;</source>
        <translation>%1: another file already has the id &quot;%2&quot;</translation>
    </message>
</context>
<context>
    <name>lepto::ChangeFollower</name>
    <message>
        <source>%1: there is no such file yet</source>
        <translation>%1: there is no such file yet</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2</source>
        <translation>%1: cannot be read: %2</translation>
    </message>
    <message>
        <source>not a plain file</source>
        <translation>not a plain file</translation>
    </message>
</context>
<context>
    <name>lepto::ChangeStore</name>
    <message>
        <source>there is no such change</source>
        <translation>there is no such change</translation>
    </message>
    <message>
        <source>change</source>
        <translation>change</translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation>it ends before it begins</translation>
    </message>
    <message>
        <source>the title, the text or the list of tags is too long</source>
        <translation>the title, the text or the list of tags is too long</translation>
    </message>
    <message>
        <source>it has no title</source>
        <translation>it has no title</translation>
    </message>
    <message>
        <source>the address must begin with http:// or https://</source>
        <translation>the address must begin with http:// or https://</translation>
    </message>
    <message>
        <source>it came from %1 and can only be removed there</source>
        <translation>it came from %1 and can only be removed there</translation>
    </message>
</context>
<context>
    <name>lepto::ChangeTable</name>
    <message>
        <source>Recent changes</source>
        <translation>Recent changes</translation>
    </message>
</context>
<context>
    <name>lepto::ChartFeed</name>
    <message>
        <source>No series match this query</source>
        <translation>No series match this query</translation>
    </message>
    <message>
        <source>No samples in this range</source>
        <translation>No samples in this range</translation>
    </message>
    <message>
        <source>%1 of %2 series</source>
        <translation>%1 of %2 series</translation>
    </message>
    <message>
        <source>Bundle, %1</source>
        <translation>Bundle, %1</translation>
    </message>
    <message>
        <source>%1 of %2 drawn</source>
        <translation>%1 of %2 drawn</translation>
    </message>
    <message>
        <source>%1 of %2 drawn, top by last value</source>
        <translation>%1 of %2 drawn, top by last value</translation>
    </message>
    <message>
        <source>%1, the week before</source>
        <translation>%1, the week before</translation>
    </message>
    <message>
        <source>%1, the day before</source>
        <translation>%1, the day before</translation>
    </message>
</context>
<context>
    <name>lepto::ChartLegend</name>
    <message>
        <source>Showing %1 of %2, top by last value</source>
        <translation>Showing %1 of %2, top by last value</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mean</translation>
    </message>
    <message numerus="yes">
        <source>Legend, %n series</source>
        <translation>
            <numerusform>Legend, one series</numerusform>
            <numerusform>Legend, %n series</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter shows one series alone, Space hides and shows it, S sorts</source>
        <translation>Enter shows one series alone, Space hides and shows it, S sorts</translation>
    </message>
    <message>
        <source>%1 (hidden)</source>
        <translation>%1 (hidden)</translation>
    </message>
</context>
<context>
    <name>lepto::ChartPanel</name>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>min/max 1:%1</source>
        <translation>min/max 1:%1</translation>
    </message>
    <message numerus="yes">
        <source>%n anomalies in view</source>
        <translation>
            <numerusform>%n anomaly in view</numerusform>
            <numerusform>%n anomalies in view</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>one series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message>
        <source>expected %1 to %2</source>
        <translation>expected %1 to %2</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 old</translation>
    </message>
    <message>
        <source>Menu of the chart</source>
        <translation>Menu of the chart</translation>
    </message>
    <message>
        <source>Chart. Arrow keys move the crosshair, L labels, C goes to the next change, Ctrl+Shift+T shows the values as a table</source>
        <translation>Chart. Arrow keys move the crosshair, L labels, C goes to the next change, Ctrl+Shift+T shows the values as a table</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>loading</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>stale</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>incomplete</translation>
    </message>
    <message>
        <source>from a bundle</source>
        <translation>from a bundle</translation>
    </message>
</context>
<context>
    <name>lepto::ChartTable</name>
    <message>
        <source>Values of the chart</source>
        <translation>Values of the chart</translation>
    </message>
</context>
<context>
    <name>lepto::ChartTableModel</name>
    <message>
        <source>over %1</source>
        <translation>over %1</translation>
    </message>
    <message>
        <source>anomaly, score %1</source>
        <translation>anomaly, score %1</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Local time</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>lepto::Collector</name>
    <message>
        <source>the disk is behind; samples are not kept</source>
        <translation>the disk is behind; samples are not kept</translation>
    </message>
</context>
<context>
    <name>lepto::CommandPalette</name>
    <message>
        <source>Search services, metrics, incidents, commands</source>
        <translation>Search services, metrics, incidents, commands</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>open</source>
        <comment>verb, Enter opens what is selected</comment>
        <translation>open</translation>
    </message>
    <message>
        <source>arm first</source>
        <translation>arm first</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nothing fits</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 of %2 shown</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::CompletionPopup</name>
    <message>
        <source>keyword</source>
        <translation>keyword</translation>
    </message>
    <message>
        <source>aggregation</source>
        <translation>aggregation</translation>
    </message>
    <message>
        <source>function</source>
        <translation>function</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>metric</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>value</source>
        <translation>value</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>duration</translation>
    </message>
    <message>
        <source>counts up: use rate() or increase()</source>
        <translation>counts up: use rate() or increase()</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>gauge</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Completions</translation>
    </message>
    <message>
        <source>Tab or Enter takes it, Esc closes, Ctrl+I explains the query</source>
        <translation>Tab or Enter takes it, Esc closes, Ctrl+I explains the query</translation>
    </message>
    <message>
        <source>Completion %1 of %2: %3, %4</source>
        <translation>Completion %1 of %2: %3, %4</translation>
    </message>
</context>
<context>
    <name>lepto::ConnectionTest</name>
    <message>
        <source>no answer within %1 seconds</source>
        <translation>no answer within %1 seconds</translation>
    </message>
    <message>
        <source>the secret is sent over http without encryption</source>
        <translation>the secret is sent over http without encryption</translation>
    </message>
    <message>
        <source>the address is well formed</source>
        <translation>the address is well formed</translation>
    </message>
    <message>
        <source>the address is a number, no name to look up</source>
        <translation>the address is a number, no name to look up</translation>
    </message>
    <message>
        <source>the host name %1 is not known</source>
        <translation>the host name %1 is not known</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 is %2</translation>
    </message>
    <message>
        <source>connected to %1</source>
        <translation>connected to %1</translation>
    </message>
    <message>
        <source>connection refused, nothing listens on %1</source>
        <translation>connection refused, nothing listens on %1</translation>
    </message>
    <message>
        <source>no connection to %1: %2</source>
        <translation>no connection to %1: %2</translation>
    </message>
    <message>
        <source>the server does not speak TLS on this port; try http://</source>
        <translation>the server does not speak TLS on this port; try http://</translation>
    </message>
    <message>
        <source>the certificate is not checked, anyone may answer in the server&apos;s name</source>
        <translation>the certificate is not checked, anyone may answer in the server&apos;s name</translation>
    </message>
    <message>
        <source>the certificate ends soon, on %1</source>
        <translation>the certificate ends soon, on %1</translation>
    </message>
    <message>
        <source>%1, certificate good until %2</source>
        <translation>%1, certificate good until %2</translation>
    </message>
    <message>
        <source>the server accepts the credentials</source>
        <translation>the server accepts the credentials</translation>
    </message>
    <message>
        <source>the server asks for no credentials</source>
        <translation>the server asks for no credentials</translation>
    </message>
    <message>
        <source>the query API answers</source>
        <translation>the query API answers</translation>
    </message>
    <message>
        <source>the answer is a web page instead of metrics; check the path, it is often /metrics</source>
        <translation>the answer is a web page instead of metrics; check the path, it is often /metrics</translation>
    </message>
    <message>
        <source>no line of the answer is a metric; line 1: %1</source>
        <translation>no line of the answer is a metric; line 1: %1</translation>
    </message>
    <message>
        <source>%1 samples, %2 lines cannot be read; line %3: %4</source>
        <translation>%1 samples, %2 lines cannot be read; line %3: %4</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message>
        <source>the server does not say what it is: %1</source>
        <translation>the server does not say what it is: %1</translation>
    </message>
    <message>
        <source>the server does not send its time</source>
        <translation>the server does not send its time</translation>
    </message>
    <message>
        <source>the clocks agree within %1 seconds</source>
        <translation>the clocks agree within %1 seconds</translation>
    </message>
    <message>
        <source>the server is %1 seconds ahead, limit %2</source>
        <translation>the server is %1 seconds ahead, limit %2</translation>
    </message>
    <message>
        <source>the server is %1 seconds behind, limit %2</source>
        <translation>the server is %1 seconds behind, limit %2</translation>
    </message>
    <message>
        <source>the selector matches no series</source>
        <translation>the selector matches no series</translation>
    </message>
    <message>
        <source>the selector matches %1 series, only the first %2 are mirrored</source>
        <translation>the selector matches %1 series, only the first %2 are mirrored</translation>
    </message>
    <message numerus="yes">
        <source>the selector matches %n series</source>
        <translation>
            <numerusform>the selector matches %n series</numerusform>
            <numerusform>the selector matches %n series</numerusform>
        </translation>
    </message>
    <message>
        <source>the page is empty</source>
        <translation>the page is empty</translation>
    </message>
    <message>
        <source>the selector has only native histograms, which are not read</source>
        <translation>the selector has only native histograms, which are not read</translation>
    </message>
    <message>
        <source>the kernel&apos;s figures in /proc cannot be read</source>
        <translation>the kernel&apos;s figures in /proc cannot be read</translation>
    </message>
    <message numerus="yes">
        <source>%n series of this machine</source>
        <translation>
            <numerusform>%n series of this machine</numerusform>
            <numerusform>%n series of this machine</numerusform>
        </translation>
    </message>
    <message>
        <source>the answer names no version, this is not Alertmanager&apos;s API; check the path of the address</source>
        <translation>the answer names no version, this is not Alertmanager&apos;s API; check the path of the address</translation>
    </message>
    <message>
        <source>Alertmanager %1, cluster: %2</source>
        <translation>Alertmanager %1, cluster: %2</translation>
    </message>
    <message>
        <source>the API v2 answers</source>
        <translation>the API v2 answers</translation>
    </message>
    <message>
        <source>the list of alerts cannot be read</source>
        <translation>the list of alerts cannot be read</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message>
        <source>the answer is no list of annotations, this is not Grafana&apos;s API; check the path of the address</source>
        <translation>the answer is no list of annotations, this is not Grafana&apos;s API; check the path of the address</translation>
    </message>
    <message>
        <source>the annotations can be read</source>
        <translation>the annotations can be read</translation>
    </message>
</context>
<context>
    <name>lepto::ConnectionTestView</name>
    <message>
        <source>Connection test</source>
        <translation>Connection test</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>The test only reads, in the background.</source>
        <translation>The test only reads, in the background.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>Usable.</source>
        <translation>Usable.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Testing…</translation>
    </message>
    <message>
        <source>Press Test connection. Values need not be saved first.</source>
        <translation>Press Test connection. Values need not be saved first.</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Next step</translation>
    </message>
</context>
<context>
    <name>lepto::DashboardView</name>
    <message>
        <source>Back to queries</source>
        <translation>Back to queries</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message numerus="yes">
        <source>%n charts</source>
        <translation>
            <numerusform>%n chart</numerusform>
            <numerusform>%n charts</numerusform>
        </translation>
    </message>
    <message>
        <source>showing %1 of %2 charts</source>
        <translation>showing %1 of %2 charts</translation>
    </message>
    <message numerus="yes">
        <source>%n not taken over, see below</source>
        <translation>
            <numerusform>%n not taken over, see below</numerusform>
            <numerusform>%n not taken over, see below</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashboard %1</source>
        <translation>Dashboard %1</translation>
    </message>
    <message>
        <source>Variable %1</source>
        <translation>Variable %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message numerus="yes">
        <source>%n panels</source>
        <translation>
            <numerusform>%n panel</numerusform>
            <numerusform>%n panels</numerusform>
        </translation>
    </message>
    <message>
        <source>as lines</source>
        <translation>as lines</translation>
    </message>
    <message>
        <source>It has no query that can be asked here.</source>
        <translation>It has no query that can be asked here.</translation>
    </message>
    <message>
        <source>Not taken over</source>
        <translation>Not taken over</translation>
    </message>
</context>
<context>
    <name>lepto::DesktopNotifier</name>
    <message>
        <source>This desktop has no place for notifications; messages stay inside the window.</source>
        <translation>This desktop has no place for notifications; messages stay inside the window.</translation>
    </message>
    <message>
        <source>The quiet hours “%1” are not of the form 22:00-07:00; there are none.</source>
        <translation>The quiet hours “%1” are not of the form 22:00-07:00; there are none.</translation>
    </message>
</context>
<context>
    <name>lepto::DryRun</name>
    <message>
        <source>Would run:
%1
</source>
        <translation>Would run:
%1
</translation>
    </message>
</context>
<context>
    <name>lepto::EdgeLink</name>
    <message>
        <source>the edge refuses</source>
        <translation>the edge refuses</translation>
    </message>
    <message>
        <source>the edge sends samples that cannot be read</source>
        <translation>the edge sends samples that cannot be read</translation>
    </message>
    <message>
        <source>the edge has been silent for %1 seconds</source>
        <translation>the edge has been silent for %1 seconds</translation>
    </message>
    <message>
        <source>the edge does not answer</source>
        <translation>the edge does not answer</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 cannot be started: %2</translation>
    </message>
    <message>
        <source>the program is not installed at the edge (%1)</source>
        <translation>the program is not installed at the edge (%1)</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>the connection was lost</translation>
    </message>
    <message>
        <source>%1 ended with status %2</source>
        <translation>%1 ended with status %2</translation>
    </message>
</context>
<context>
    <name>lepto::EdgeProbe</name>
    <message>
        <source>no answer within %1 seconds</source>
        <translation>no answer within %1 seconds</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 at %2</translation>
    </message>
    <message>
        <source>it collects; %1 MiB wait</source>
        <translation>it collects; %1 MiB wait</translation>
    </message>
    <message>
        <source>nothing collects there; %1 MiB wait</source>
        <translation>nothing collects there; %1 MiB wait</translation>
    </message>
    <message>
        <source>the clocks agree within %1 seconds</source>
        <translation>the clocks agree within %1 seconds</translation>
    </message>
    <message>
        <source>the edge&apos;s clock is %1 seconds ahead</source>
        <translation>the edge&apos;s clock is %1 seconds ahead</translation>
    </message>
    <message>
        <source>the edge&apos;s clock is %1 seconds behind</source>
        <translation>the edge&apos;s clock is %1 seconds behind</translation>
    </message>
</context>
<context>
    <name>lepto::EdgeSource</name>
    <message>
        <source>the history does not take the samples; they wait at the edge</source>
        <translation>the history does not take the samples; they wait at the edge</translation>
    </message>
    <message>
        <source>the edge&apos;s clock is %1 seconds ahead</source>
        <translation>the edge&apos;s clock is %1 seconds ahead</translation>
    </message>
    <message>
        <source>the edge&apos;s clock is %1 seconds behind</source>
        <translation>the edge&apos;s clock is %1 seconds behind</translation>
    </message>
    <message>
        <source>%1 samples were dropped at the edge while its spool was full or damaged</source>
        <translation>%1 samples were dropped at the edge while its spool was full or damaged</translation>
    </message>
    <message>
        <source>%1 MiB of %2 MiB wait at the edge</source>
        <translation>%1 MiB of %2 MiB wait at the edge</translation>
    </message>
    <message>
        <source>nothing collects at the edge</source>
        <translation>nothing collects at the edge</translation>
    </message>
    <message>
        <source>catching up: the newest sample is %1 seconds old, %2 MiB wait</source>
        <translation>catching up: the newest sample is %1 seconds old, %2 MiB wait</translation>
    </message>
    <message>
        <source>the edge has had no new sample for %1 seconds</source>
        <translation>the edge has had no new sample for %1 seconds</translation>
    </message>
</context>
<context>
    <name>lepto::EngineAlertDesk</name>
    <message>
        <source>a bundle carries no history of alerts</source>
        <translation>a bundle carries no history of alerts</translation>
    </message>
    <message>
        <source>a bundle is open; close it to change anything</source>
        <translation>a bundle is open; close it to change anything</translation>
    </message>
    <message>
        <source>this console does not collect</source>
        <translation>this console does not collect</translation>
    </message>
</context>
<context>
    <name>lepto::EngineConsole</name>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>a bundle is open; close it to change anything</source>
        <translation>a bundle is open; close it to change anything</translation>
    </message>
    <message>
        <source>a bundle carries an extract; its own seal was verified when it was opened</source>
        <translation>a bundle carries an extract; its own seal was verified when it was opened</translation>
    </message>
    <message>
        <source>An extract that came with the bundle, whose seal was verified when it was opened</source>
        <translation>An extract that came with the bundle, whose seal was verified when it was opened</translation>
    </message>
</context>
<context>
    <name>lepto::EngineEventDesk</name>
    <message>
        <source>a bundle holds no log lines</source>
        <translation>a bundle holds no log lines</translation>
    </message>
</context>
<context>
    <name>lepto::EngineImportDesk</name>
    <message>
        <source>a bundle is open; close it to change anything</source>
        <translation>a bundle is open; close it to change anything</translation>
    </message>
</context>
<context>
    <name>lepto::EpisodeModel</name>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Flapping</source>
        <translation>Flapping</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>goes on</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>When it fired, over the range</source>
        <translation>When it fired, over the range</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Steadiness</source>
        <translation>Steadiness</translation>
    </message>
    <message>
        <source>Fired for</source>
        <translation>Fired for</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Longest</translation>
    </message>
    <message>
        <source>Last began</source>
        <translation>Last began</translation>
    </message>
</context>
<context>
    <name>lepto::EventLane</name>
    <message numerus="yes">
        <source>Events, %n entries</source>
        <translation>
            <numerusform>Events, %n entry</numerusform>
            <numerusform>Events, %n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
</context>
<context>
    <name>lepto::ExplainPanel</name>
    <message>
        <source>What the query does</source>
        <translation>What the query does</translation>
    </message>
    <message>
        <source>What query %1 does</source>
        <translation>What query %1 does</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Does</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>Close the explanation</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>asking</translation>
    </message>
    <message>
        <source>cost at one time</source>
        <translation>cost at one time</translation>
    </message>
</context>
<context>
    <name>lepto::ExploreInspector</name>
    <message numerus="yes">
        <source>%n gaps</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation>stopped before the end</translation>
    </message>
    <message numerus="yes">
        <source>ended and came back, %n times</source>
        <translation>
            <numerusform>ended and came back once</numerusform>
            <numerusform>ended and came back, %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values are no number</source>
        <translation>
            <numerusform>%n value is no number</numerusform>
            <numerusform>%n values are no number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came twice</source>
        <translation>
            <numerusform>%n came twice</numerusform>
            <numerusform>%n came twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came too late</source>
        <translation>
            <numerusform>%n came too late</numerusform>
            <numerusform>%n came too late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counter resets</source>
        <translation>
            <numerusform>%n counter reset</numerusform>
            <numerusform>%n counter resets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>frozen, %n values repeat</source>
        <translation>
            <numerusform>frozen, %n value repeats</numerusform>
            <numerusform>frozen, %n values repeat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outliers</source>
        <translation>
            <numerusform>%n outlier</numerusform>
            <numerusform>%n outliers</numerusform>
        </translation>
    </message>
    <message>
        <source>irregular spacing</source>
        <translation>irregular spacing</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Selection</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Data quality</translation>
    </message>
    <message>
        <source>Data in view</source>
        <translation>Data in view</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>At %1</translation>
    </message>
    <message>
        <source>Newest values</source>
        <translation>Newest values</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>local time</translation>
    </message>
    <message>
        <source>%1 to %2, mean %3</source>
        <translation>%1 to %2, mean %3</translation>
    </message>
    <message>
        <source>No samples in it</source>
        <translation>No samples in it</translation>
    </message>
    <message>
        <source>MASE %1, band held %2</source>
        <translation>MASE %1, band held %2</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Withheld</translation>
    </message>
    <message>
        <source>no better than repeating last season</source>
        <translation>no better than repeating last season</translation>
    </message>
    <message>
        <source>too few samples to judge</source>
        <translation>too few samples to judge</translation>
    </message>
    <message>
        <source>%1 of 100</source>
        <translation>%1 of 100</translation>
    </message>
    <message>
        <source>came of those due</source>
        <translation>came of those due</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Drawn</translation>
    </message>
    <message>
        <source>min/max 1:%1</source>
        <translation>min/max 1:%1</translation>
    </message>
    <message>
        <source>every sample</source>
        <translation>every sample</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>Anomalies</translation>
    </message>
</context>
<context>
    <name>lepto::ExplorePage</name>
    <message>
        <source>No query yet</source>
        <translation>No query yet</translation>
    </message>
    <message>
        <source>Type PromQL above, or double-click a metric at the left</source>
        <translation>Type PromQL above, or double-click a metric at the left</translation>
    </message>
    <message>
        <source>Show the service in most trouble</source>
        <translation>Show the service in most trouble</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Drag</translation>
    </message>
    <message>
        <source>zoom; Shift-drag pans, Ctrl-drag labels</source>
        <translation>zoom; Shift-drag pans, Ctrl-drag labels</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Wheel</translation>
    </message>
    <message>
        <source>zoom at the pointer; Shift-wheel pans</source>
        <translation>zoom at the pointer; Shift-wheel pans</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Arrows</translation>
    </message>
    <message>
        <source>crosshair by one point, with Shift by ten</source>
        <translation>crosshair by one point, with Shift by ten</translation>
    </message>
    <message>
        <source>label the selection</source>
        <translation>label the selection</translation>
    </message>
    <message>
        <source>class, while the label pop-up is open</source>
        <translation>class, while the label pop-up is open</translation>
    </message>
    <message>
        <source>take the last label back</source>
        <translation>take the last label back</translation>
    </message>
    <message>
        <source>run the query</source>
        <translation>run the query</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>duplicate the query</source>
        <translation>duplicate the query</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>critical</translation>
    </message>
    <message>
        <source>move the query</source>
        <translation>move the query</translation>
    </message>
    <message>
        <source>earlier queries</source>
        <translation>earlier queries</translation>
    </message>
    <message>
        <source>explain the query</source>
        <translation>explain the query</translation>
    </message>
    <message>
        <source>lay the query out</source>
        <translation>lay the query out</translation>
    </message>
    <message>
        <source>save these queries as a view</source>
        <translation>save these queries as a view</translation>
    </message>
    <message>
        <source>open a saved view</source>
        <translation>open a saved view</translation>
    </message>
    <message>
        <source>filter metrics</source>
        <translation>filter metrics</translation>
    </message>
    <message>
        <source>Or begin with one of these</source>
        <translation>Or begin with one of these</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Run asks again</source>
        <translation>Run asks again</translation>
    </message>
</context>
<context>
    <name>lepto::ExporterSource</name>
    <message>
        <source>the answer is a web page instead of metrics; check the path, it is often /metrics</source>
        <translation>the answer is a web page instead of metrics; check the path, it is often /metrics</translation>
    </message>
    <message>
        <source>the page has more than %1 samples</source>
        <translation>the page has more than %1 samples</translation>
    </message>
    <message>
        <source>no line of the answer is a metric; line %1: %2</source>
        <translation>no line of the answer is a metric; line %1: %2</translation>
    </message>
    <message>
        <source>line %1 is left out: %2</source>
        <translation>line %1 is left out: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n samples lie in the future and are left out</source>
        <translation>
            <numerusform>%n sample lies in the future and is left out</numerusform>
            <numerusform>%n samples lie in the future and are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::GapFiller</name>
    <message>
        <source>there is no place for secrets</source>
        <translation>there is no place for secrets</translation>
    </message>
</context>
<context>
    <name>lepto::GapWatch</name>
    <message>
        <source>%1: missed history is not fetched: %2</source>
        <translation>%1: missed history is not fetched: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 samples are fetched from the server, of %n minutes without collection</source>
        <translation>
            <numerusform>%1: %2 samples are fetched from the server, of %n minute without collection</numerusform>
            <numerusform>%1: %2 samples are fetched from the server, of %n minutes without collection</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::GrafanaSource</name>
    <message>
        <source>there are more annotations than Grafana lists at once</source>
        <translation>there are more annotations than Grafana lists at once</translation>
    </message>
</context>
<context>
    <name>lepto::HealthMap</name>
    <message>
        <source>%1 of %2 instances up</source>
        <translation>%1 of %2 instances up</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>since %1</translation>
    </message>
    <message numerus="yes">
        <source>Fleet, %n services, %1 critical, %2 warning, %3 silent</source>
        <translation>
            <numerusform>Fleet, %n service, %1 critical, %2 warning, %3 silent</numerusform>
            <numerusform>Fleet, %n services, %1 critical, %2 warning, %3 silent</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 silent</source>
        <translation>%1 silent</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>no data</translation>
    </message>
</context>
<context>
    <name>lepto::HealthPage</name>
    <message>
        <source>Capacity</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>limit reached with 80 % interval</source>
        <translation>limit reached with 80 % interval</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Fleet</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Suggested actions</source>
        <translation>Suggested actions</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>Recent changes</translation>
    </message>
    <message>
        <source>none recorded</source>
        <translation>none recorded</translation>
    </message>
    <message>
        <source>read-only: review, not run</source>
        <translation>read-only: review, not run</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Arrows</translation>
    </message>
    <message>
        <source>move in the fleet</source>
        <translation>move in the fleet</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open the service in Explore</source>
        <translation>open the service in Explore</translation>
    </message>
    <message>
        <source>next, previous item</source>
        <translation>next, previous item</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>acknowledge</translation>
    </message>
    <message>
        <source>verdict: true, false, expected, wrong scope, missed</source>
        <translation>verdict: true, false, expected, wrong scope, missed</translation>
    </message>
    <message>
        <source>open the incident</source>
        <translation>open the incident</translation>
    </message>
    <message>
        <source>label the selected stretch of a chart</source>
        <translation>label the selected stretch of a chart</translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation>
            <numerusform>%n instance</numerusform>
            <numerusform>%n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n, worst first</source>
        <translation>
            <numerusform>%n</numerusform>
            <numerusform>%n, worst first</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is watched yet</source>
        <translation>Nothing is watched yet</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nothing needs you</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latency</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Traffic</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Saturation</translation>
    </message>
    <message>
        <source>No such signal</source>
        <translation>No such signal</translation>
    </message>
    <message>
        <source>No rule measures it for this service</source>
        <translation>No rule measures it for this service</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>critical</translation>
    </message>
    <message>
        <source>last value at %1</source>
        <translation>last value at %1</translation>
    </message>
    <message>
        <source>no value yet</source>
        <translation>no value yet</translation>
    </message>
    <message>
        <source>No signal yet</source>
        <translation>No signal yet</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>expected %1</translation>
    </message>
</context>
<context>
    <name>lepto::HistoryPopup</name>
    <message>
        <source>Filter earlier queries</source>
        <translation>Filter earlier queries</translation>
    </message>
    <message>
        <source>Earlier queries, newest first</source>
        <translation>Earlier queries, newest first</translation>
    </message>
    <message>
        <source>No query was run yet</source>
        <translation>No query was run yet</translation>
    </message>
    <message>
        <source>No earlier query fits</source>
        <translation>No earlier query fits</translation>
    </message>
</context>
<context>
    <name>lepto::HostSource</name>
    <message>
        <source>the kernel&apos;s figures cannot be read</source>
        <translation>the kernel&apos;s figures cannot be read</translation>
    </message>
</context>
<context>
    <name>lepto::HttpClient</name>
    <message>
        <source>the token file cannot be read: %1</source>
        <translation>the token file cannot be read: %1</translation>
    </message>
    <message>
        <source>the token file is empty or has more than one line</source>
        <translation>the token file is empty or has more than one line</translation>
    </message>
    <message>
        <source>the address must begin with http:// or https://</source>
        <translation>the address must begin with http:// or https://</translation>
    </message>
    <message>
        <source>the answer was not read to its end</source>
        <translation>the answer was not read to its end</translation>
    </message>
    <message>
        <source>the answer is packed although it was asked for plain</source>
        <translation>the answer is packed although it was asked for plain</translation>
    </message>
</context>
<context>
    <name>lepto::ImportPanel</name>
    <message>
        <source>a table (CSV)</source>
        <translation>a table (CSV)</translation>
    </message>
    <message>
        <source>metrics as text</source>
        <translation>metrics as text</translation>
    </message>
    <message>
        <source>metrics as OpenMetrics text</source>
        <translation>metrics as OpenMetrics text</translation>
    </message>
    <message>
        <source>blocks of a Prometheus server</source>
        <translation>blocks of a Prometheus server</translation>
    </message>
    <message>
        <source>time</source>
        <translation>time</translation>
    </message>
    <message>
        <source>value</source>
        <translation>value</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>A file of samples</source>
        <translation>A file of samples</translation>
    </message>
    <message>
        <source>A folder of a Prometheus server</source>
        <translation>A folder of a Prometheus server</translation>
    </message>
    <message>
        <source>Blocks of a Prometheus server, CSV tables, metrics as text: choose one here, or drop it on the window.</source>
        <translation>Blocks of a Prometheus server, CSV tables, metrics as text: choose one here, or drop it on the window.</translation>
    </message>
    <message>
        <source>Import samples</source>
        <translation>Import samples</translation>
    </message>
    <message>
        <source>Source: the label that all imported series get</source>
        <translation>Source: the label that all imported series get</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Column of the time, title or number; empty: found by itself</source>
        <translation>Column of the time, title or number; empty: found by itself</translation>
    </message>
    <message>
        <source>Time column, found by itself</source>
        <translation>Time column, found by itself</translation>
    </message>
    <message>
        <source>The first rows as they would be read</source>
        <translation>The first rows as they would be read</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Cancel import</source>
        <translation>Cancel import</translation>
    </message>
    <message>
        <source>Close the import</source>
        <translation>Close the import</translation>
    </message>
    <message>
        <source>An import is under way. The next one can begin once it is over.</source>
        <translation>An import is under way. The next one can begin once it is over.</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>Looking at %1</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 is %2</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>Nothing is stored yet.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Time, UTC</source>
        <translation>Time, UTC</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>First lines</source>
        <translation>First lines</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Importing %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new samples</source>
        <translation>
            <numerusform>%n new sample</numerusform>
            <numerusform>%n new samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>one series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was stored by then stays: </source>
        <translation>Stopped. What was stored by then stays: </translation>
    </message>
    <message>
        <source>Done: </source>
        <translation>Done: </translation>
    </message>
    <message>
        <source>were there already</source>
        <translation>were there already</translation>
    </message>
    <message>
        <source>repeat a time of an earlier row and were left out</source>
        <translation>repeat a time of an earlier row and were left out</translation>
    </message>
    <message>
        <source>rows were left out; the first: %1</source>
        <translation>rows were left out; the first: %1</translation>
    </message>
    <message>
        <source>samples were refused: their time is none, or a limit on series holds</source>
        <translation>samples were refused: their time is none, or a limit on series holds</translation>
    </message>
    <message>
        <source>native histograms were not stored</source>
        <translation>native histograms were not stored</translation>
    </message>
    <message>
        <source>parts could not be read:</source>
        <translation>parts could not be read:</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nothing was imported.</translation>
    </message>
</context>
<context>
    <name>lepto::IncidentDetail</name>
    <message>
        <source>warning</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>critical</translation>
    </message>
    <message>
        <source>onset %1</source>
        <translation>onset %1</translation>
    </message>
    <message>
        <source>detected after %1</source>
        <translation>detected after %1</translation>
    </message>
    <message>
        <source>lasted %1</source>
        <translation>lasted %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>for %1</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>owner %1</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, expected %2</source>
        <translation>%1, expected %2</translation>
    </message>
    <message>
        <source>first %1 of %2 drawn</source>
        <translation>first %1 of %2 drawn</translation>
    </message>
    <message>
        <source>by onset, then score</source>
        <translation>by onset, then score</translation>
    </message>
    <message>
        <source>No anomalous signal is part of this incident.</source>
        <translation>No anomalous signal is part of this incident.</translation>
    </message>
    <message>
        <source>Order of onset shows what moved first. It does not prove a cause.</source>
        <translation>Order of onset shows what moved first. It does not prove a cause.</translation>
    </message>
    <message>
        <source>One key: T F E W M. Verdicts train the next model.</source>
        <translation>One key: T F E W M. Verdicts train the next model.</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, by %2</translation>
    </message>
    <message>
        <source>Save the incident as a bundle</source>
        <translation>Save the incident as a bundle</translation>
    </message>
    <message>
        <source>Bundles (*.lepto)</source>
        <translation>Bundles (*.lepto)</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 saved</translation>
    </message>
    <message>
        <source>%1 not saved</source>
        <translation>%1 not saved</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Back to the table</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Acknowledge</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>Save bundle</source>
        <translation>Save bundle</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Add a note, Enter saves</source>
        <translation>Add a note, Enter saves</translation>
    </message>
    <message>
        <source>Note on this incident</source>
        <translation>Note on this incident</translation>
    </message>
    <message>
        <source>Anomalous signals</source>
        <translation>Anomalous signals</translation>
    </message>
    <message>
        <source>Your verdict</source>
        <translation>Your verdict</translation>
    </message>
    <message>
        <source>Suggested actions</source>
        <translation>Suggested actions</translation>
    </message>
    <message>
        <source>No anomalous signal</source>
        <translation>No anomalous signal</translation>
    </message>
    <message>
        <source>This incident was opened by a missed target or by hand</source>
        <translation>This incident was opened by a missed target or by hand</translation>
    </message>
</context>
<context>
    <name>lepto::IncidentModel</name>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>Onset</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Lasted</translation>
    </message>
    <message>
        <source>Detected after</source>
        <translation>Detected after</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
</context>
<context>
    <name>lepto::IncidentStore</name>
    <message>
        <source>an incident that is %1 cannot become %2</source>
        <translation>an incident that is %1 cannot become %2</translation>
    </message>
    <message>
        <source>the note is empty</source>
        <translation>the note is empty</translation>
    </message>
    <message>
        <source>the note is longer than %1 characters</source>
        <translation>the note is longer than %1 characters</translation>
    </message>
</context>
<context>
    <name>lepto::IncidentsPage</name>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Filter incidents</source>
        <translation>Filter incidents</translation>
    </message>
    <message>
        <source>Incidents, newest first</source>
        <translation>Incidents, newest first</translation>
    </message>
    <message>
        <source>next, previous row or entry</source>
        <translation>next, previous row or entry</translation>
    </message>
    <message>
        <source>next anomaly</source>
        <translation>next anomaly</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open the incident</source>
        <translation>open the incident</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>back to the table</source>
        <translation>back to the table</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>acknowledge</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>write a note</translation>
    </message>
    <message>
        <source>verdict: true, false, expected, wrong scope, missed</source>
        <translation>verdict: true, false, expected, wrong scope, missed</translation>
    </message>
    <message>
        <source>label the selected stretch of a chart</source>
        <translation>label the selected stretch of a chart</translation>
    </message>
    <message>
        <source>save the incident as a bundle</source>
        <translation>save the incident as a bundle</translation>
    </message>
    <message>
        <source>%1 open, %2 closed</source>
        <translation>%1 open, %2 closed</translation>
    </message>
    <message>
        <source>No incident yet</source>
        <translation>No incident yet</translation>
    </message>
    <message>
        <source>No incident matches</source>
        <translation>No incident matches</translation>
    </message>
    <message>
        <source>Anomalies and missed targets that belong together become one incident here</source>
        <translation>Anomalies and missed targets that belong together become one incident here</translation>
    </message>
</context>
<context>
    <name>lepto::JournalSource</name>
    <message>
        <source>is not installed, so the journal cannot be read</source>
        <translation>is not installed, so the journal cannot be read</translation>
    </message>
    <message>
        <source>an entry of the journal cannot be read and is left out</source>
        <translation>an entry of the journal cannot be read and is left out</translation>
    </message>
    <message>
        <source>ended unexpectedly</source>
        <translation>ended unexpectedly</translation>
    </message>
    <message>
        <source>no journal can be seen there</source>
        <translation>no journal can be seen there</translation>
    </message>
</context>
<context>
    <name>lepto::KeyOverlay</name>
    <message>
        <source>Find anything, run any command</source>
        <translation>Find anything, run any command</translation>
    </message>
    <message>
        <source>First to eighth page</source>
        <translation>First to eighth page</translation>
    </message>
    <message>
        <source>Filter the list in front of you</source>
        <translation>Filter the list in front of you</translation>
    </message>
    <message>
        <source>Back and forward in time</source>
        <translation>Back and forward in time</translation>
    </message>
    <message>
        <source>Zoom out and in</source>
        <translation>Zoom out and in</translation>
    </message>
    <message>
        <source>Default range</source>
        <translation>Default range</translation>
    </message>
    <message>
        <source>Live or paused</source>
        <translation>Live or paused</translation>
    </message>
    <message>
        <source>UTC or local time</source>
        <translation>UTC or local time</translation>
    </message>
    <message>
        <source>Earlier and later range</source>
        <translation>Earlier and later range</translation>
    </message>
    <message>
        <source>Arm or disarm write mode</source>
        <translation>Arm or disarm write mode</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>Stop all actions</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>All keys of this page</source>
        <translation>All keys of this page</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>Keys of this page</translation>
    </message>
    <message>
        <source>Keys everywhere</source>
        <translation>Keys everywhere</translation>
    </message>
    <message>
        <source>About this console</source>
        <translation>About this console</translation>
    </message>
</context>
<context>
    <name>lepto::KeySettings</name>
    <message>
        <source>Press the new key</source>
        <translation>Press the new key</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Reset: %1</translation>
    </message>
    <message>
        <source>%1 is not kept. %2</source>
        <comment>keys, reason</comment>
        <translation>%1 is not kept. %2</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changed</translation>
    </message>
</context>
<context>
    <name>lepto::LabelDesk</name>
    <message>
        <source>Label %1 – %2</source>
        <translation>Label %1 – %2</translation>
    </message>
</context>
<context>
    <name>lepto::LabelLane</name>
    <message numerus="yes">
        <source>Labels, %n in view</source>
        <translation>
            <numerusform>Labels, %n in view</numerusform>
            <numerusform>Labels, %n in view</numerusform>
        </translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Ctrl+drag on a chart marks a stretch</source>
        <translation>Ctrl+drag on a chart marks a stretch</translation>
    </message>
</context>
<context>
    <name>lepto::LabelPopup</name>
    <message>
        <source>Class of the label, keys 1 to 5</source>
        <translation>Class of the label, keys 1 to 5</translation>
    </message>
    <message>
        <source>Reason, optional</source>
        <translation>Reason, optional</translation>
    </message>
    <message>
        <source>Reason of the label</source>
        <translation>Reason of the label</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::LabelStore</name>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>the region has no length</source>
        <translation>the region has no length</translation>
    </message>
    <message>
        <source>the reason is longer than %1 characters</source>
        <translation>the reason is longer than %1 characters</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>there is nothing to undo</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>label %1</translation>
    </message>
    <message>
        <source>there is no such label</source>
        <translation>there is no such label</translation>
    </message>
</context>
<context>
    <name>lepto::LayoutStore</name>
    <message>
        <source>layout %1</source>
        <translation>layout %1</translation>
    </message>
    <message>
        <source>there is no such layout</source>
        <translation>there is no such layout</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>layout</translation>
    </message>
    <message>
        <source>it has no title</source>
        <translation>it has no title</translation>
    </message>
</context>
<context>
    <name>lepto::LiveScorer</name>
    <message>
        <source>the model&apos;s file cannot be used</source>
        <translation>the model&apos;s file cannot be used</translation>
    </message>
    <message>
        <source>its series have no new samples</source>
        <translation>its series have no new samples</translation>
    </message>
</context>
<context>
    <name>lepto::LocalCommand</name>
    <message>
        <source>the command is still running</source>
        <translation>the command is still running</translation>
    </message>
</context>
<context>
    <name>lepto::LogConnectionTest</name>
    <message>
        <source>no answer within %1 seconds</source>
        <translation>no answer within %1 seconds</translation>
    </message>
    <message>
        <source>the configuration is well formed</source>
        <translation>the configuration is well formed</translation>
    </message>
    <message numerus="yes">
        <source>the server answers and knows %n labels</source>
        <translation>
            <numerusform>the server answers and knows %n label</numerusform>
            <numerusform>the server answers and knows %n labels</numerusform>
        </translation>
    </message>
    <message>
        <source>the server does not send its time</source>
        <translation>the server does not send its time</translation>
    </message>
    <message>
        <source>the clocks differ by %1 seconds</source>
        <translation>the clocks differ by %1 seconds</translation>
    </message>
    <message>
        <source>the selector matches no line of the last hour</source>
        <translation>the selector matches no line of the last hour</translation>
    </message>
    <message>
        <source>journalctl is not installed, so the journal cannot be read</source>
        <translation>journalctl is not installed, so the journal cannot be read</translation>
    </message>
    <message>
        <source>the journal can be read</source>
        <translation>the journal can be read</translation>
    </message>
    <message>
        <source>journalctl ended with code %1</source>
        <translation>journalctl ended with code %1</translation>
    </message>
    <message>
        <source>the journal has no such entry</source>
        <translation>the journal has no such entry</translation>
    </message>
    <message numerus="yes">
        <source>%n files can be read</source>
        <translation>
            <numerusform>%n file can be read</numerusform>
            <numerusform>%n files can be read</numerusform>
        </translation>
    </message>
    <message>
        <source>there is no line yet</source>
        <translation>there is no line yet</translation>
    </message>
    <message>
        <source>%1 % of the lines say their time</source>
        <translation>%1 % of the lines say their time</translation>
    </message>
    <message>
        <source>no journal can be seen on this machine</source>
        <translation>no journal can be seen on this machine</translation>
    </message>
</context>
<context>
    <name>lepto::LogIntake</name>
    <message>
        <source>logs are kept again</source>
        <translation>logs are kept again</translation>
    </message>
</context>
<context>
    <name>lepto::LogLane</name>
    <message>
        <source>No logs are kept here</source>
        <translation>No logs are kept here</translation>
    </message>
    <message>
        <source>Logs, %1 lines in view, %2 errors, %3 new patterns</source>
        <translation>Logs, %1 lines in view, %2 errors, %3 new patterns</translation>
    </message>
    <message>
        <source>Logs, %1</source>
        <translation>Logs, %1</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>loading</translation>
    </message>
    <message>
        <source>Arrow keys move from bar to bar, Enter selects the stretch of a bar</source>
        <translation>Arrow keys move from bar to bar, Enter selects the stretch of a bar</translation>
    </message>
    <message>
        <source>%1 to %2: %3 lines, %4 errors, %5 warnings</source>
        <translation>%1 to %2: %3 lines, %4 errors, %5 warnings</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>No lines in this range</source>
        <translation>No lines in this range</translation>
    </message>
    <message>
        <source>New pattern, first seen %1: %2</source>
        <translation>New pattern, first seen %1: %2</translation>
    </message>
</context>
<context>
    <name>lepto::LokiSource</name>
    <message numerus="yes">
        <source>more than %n lines carry the same time, some of them cannot be asked for</source>
        <translation>
            <numerusform>more than %n line carries the same time, some of them cannot be asked for</numerusform>
            <numerusform>more than %n lines carry the same time, some of them cannot be asked for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::MainWindow</name>
    <message>
        <source>Leptoscope</source>
        <translation>Leptoscope</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Explore</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>Keys of this page</translation>
    </message>
    <message>
        <source>The console needs help.</source>
        <translation>The console needs help.</translation>
    </message>
    <message>
        <source>All actions are stopped.</source>
        <translation>All actions are stopped.</translation>
    </message>
    <message>
        <source>Nothing new starts. What ran has stopped after its current target.</source>
        <translation>Nothing new starts. What ran has stopped after its current target.</translation>
    </message>
    <message>
        <source>Resume actions</source>
        <translation>Resume actions</translation>
    </message>
    <message>
        <source>Write mode ends in a minute.</source>
        <translation>Write mode ends in a minute.</translation>
    </message>
    <message>
        <source>A running action finishes its step, nothing new starts.</source>
        <translation>A running action finishes its step, nothing new starts.</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>extended</translation>
    </message>
    <message>
        <source>Open audit</source>
        <translation>Open audit</translation>
    </message>
    <message>
        <source>This recording cannot be opened.</source>
        <translation>This recording cannot be opened.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>Stop all actions</translation>
    </message>
    <message>
        <source>Arm or disarm write mode</source>
        <translation>Arm or disarm write mode</translation>
    </message>
    <message>
        <source>Live or paused</source>
        <translation>Live or paused</translation>
    </message>
    <message>
        <source>UTC or local time</source>
        <translation>UTC or local time</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Add source</translation>
    </message>
    <message>
        <source>Dark or light theme</source>
        <translation>Dark or light theme</translation>
    </message>
    <message>
        <source>Roll back: %1</source>
        <translation>Roll back: %1</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metrics</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Data quality</translation>
    </message>
    <message>
        <source>About this console</source>
        <translation>About this console</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>Import samples or a dashboard</source>
        <translation>Import samples or a dashboard</translation>
    </message>
    <message>
        <source>Views and dashboards</source>
        <translation>Views and dashboards</translation>
    </message>
    <message>
        <source>Messages of this run</source>
        <translation>Messages of this run</translation>
    </message>
    <message>
        <source>Notifications on the desktop are off.</source>
        <translation>Notifications on the desktop are off.</translation>
    </message>
</context>
<context>
    <name>lepto::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Show it</translation>
    </message>
</context>
<context>
    <name>lepto::ModelRegistry</name>
    <message>
        <source>a model&apos;s name has letters, digits, &apos;.&apos;, &apos;-&apos; and &apos;_&apos; only</source>
        <translation>a model&apos;s name has letters, digits, &apos;.&apos;, &apos;-&apos; and &apos;_&apos; only</translation>
    </message>
    <message>
        <source>signed by a key that is not known here</source>
        <translation>signed by a key that is not known here</translation>
    </message>
    <message>
        <source>the signature does not match</source>
        <translation>the signature does not match</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>the file is missing</translation>
    </message>
    <message>
        <source>the file differs from what was registered</source>
        <translation>the file differs from what was registered</translation>
    </message>
    <message>
        <source>there is no such model</source>
        <translation>there is no such model</translation>
    </message>
    <message>
        <source>the model is active already</source>
        <translation>the model is active already</translation>
    </message>
    <message>
        <source>no other version of this model has been active</source>
        <translation>no other version of this model has been active</translation>
    </message>
</context>
<context>
    <name>lepto::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Next, previous model or version</source>
        <translation>Next, previous model or version</translation>
    </message>
    <message>
        <source>Prepare a roll-back</source>
        <translation>Prepare a roll-back</translation>
    </message>
    <message>
        <source>No trained model yet</source>
        <translation>No trained model yet</translation>
    </message>
    <message>
        <source>The built-in baseline detectors watch every signal and need no training.</source>
        <translation>The built-in baseline detectors watch every signal and need no training.</translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation>Go to training</translation>
    </message>
    <message>
        <source>by day of training; solid speaks, dashed is a candidate</source>
        <translation>by day of training; solid speaks, dashed is a candidate</translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message>
        <source>Signature valid</source>
        <translation>Signature valid</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>first %1 of %2</source>
        <translation>first %1 of %2</translation>
    </message>
    <message>
        <source>Refused to load: %1. The version before stays in force.</source>
        <translation>Refused to load: %1. The version before stays in force.</translation>
    </message>
    <message>
        <source>Not evaluated yet.</source>
        <translation>Not evaluated yet.</translation>
    </message>
    <message>
        <source>Promote v%1</source>
        <translation>Promote v%1</translation>
    </message>
    <message>
        <source>Roll back to v%1</source>
        <translation>Roll back to v%1</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Roll back</translation>
    </message>
    <message>
        <source>disabled: there is no version before</source>
        <translation>disabled: there is no version before</translation>
    </message>
    <message>
        <source>Roll %1 back to v%2</source>
        <translation>Roll %1 back to v%2</translation>
    </message>
    <message>
        <source>%1 has no version to go back to</source>
        <translation>%1 has no version to go back to</translation>
    </message>
    <message>
        <source>Model and thresholds together, about a second. Enters the audit record.</source>
        <translation>Model and thresholds together, about a second. Enters the audit record.</translation>
    </message>
    <message>
        <source>Bring %1 back to v%2?</source>
        <translation>Bring %1 back to v%2?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Let %1 v%2 speak from now on?</source>
        <translation>Let %1 v%2 speak from now on?</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Against the baseline</source>
        <translation>Against the baseline</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>Copy the passport as JSON</source>
        <translation>Copy the passport as JSON</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
</context>
<context>
    <name>lepto::NavRail</name>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::NotificationBell</name>
    <message>
        <source>Messages of this run</source>
        <translation>Messages of this run</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message>
        <source>all read</source>
        <translation>all read</translation>
    </message>
</context>
<context>
    <name>lepto::NotificationPanel</name>
    <message>
        <source>read</source>
        <translation>read</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>unread</translation>
    </message>
    <message>
        <source>Messages of this run</source>
        <translation>Messages of this run</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>All read</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Messages, newest first</source>
        <translation>Messages, newest first</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Show it</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been said yet</source>
        <translation>Nothing has been said yet</translation>
    </message>
    <message>
        <source>Show it: %1</source>
        <translation>Show it: %1</translation>
    </message>
</context>
<context>
    <name>lepto::NotificationWatch</name>
    <message>
        <source>%1 fires</source>
        <translation>%1 fires</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts fired</source>
        <translation>
            <numerusform>%n alert fired</numerusform>
            <numerusform>%n alerts fired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>%n critical</numerusform>
            <numerusform>%n critical</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warning</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 opened</source>
        <translation>%1 opened</translation>
    </message>
    <message numerus="yes">
        <source>%n incidents opened</source>
        <translation>
            <numerusform>%n incident opened</numerusform>
            <numerusform>%n incidents opened</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 does not answer</translation>
    </message>
    <message>
        <source>Its alerts are shown as they were: %1</source>
        <translation>Its alerts are shown as they were: %1</translation>
    </message>
</context>
<context>
    <name>lepto::Parameter</name>
    <message>
        <source>the type must be one of: %1</source>
        <translation>the type must be one of: %1</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot;</source>
        <translation>parameter &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the value is empty, too long or contains control characters</source>
        <translation>the value is empty, too long or contains control characters</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number from %2 to %3</source>
        <translation>&quot;%1&quot; is not a number from %2 to %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid %2</source>
        <translation>&quot;%1&quot; is not a valid %2</translation>
    </message>
</context>
<context>
    <name>lepto::PollingSource</name>
    <message>
        <source>no answer for %1 seconds</source>
        <translation>no answer for %1 seconds</translation>
    </message>
</context>
<context>
    <name>lepto::PrometheusClient</name>
    <message numerus="yes">
        <source>only the first %n series are read</source>
        <translation>
            <numerusform>only the first %n series is read</numerusform>
            <numerusform>only the first %n series are read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::PrometheusSource</name>
    <message>
        <source>the server&apos;s clock differs by %1 seconds</source>
        <translation>the server&apos;s clock differs by %1 seconds</translation>
    </message>
    <message>
        <source>the server answers but has no samples for this selector</source>
        <translation>the server answers but has no samples for this selector</translation>
    </message>
    <message>
        <source>the server answers but its newest sample is %1 minutes old</source>
        <translation>the server answers but its newest sample is %1 minutes old</translation>
    </message>
    <message numerus="yes">
        <source>%n native histograms cannot be read and are left out</source>
        <translation>
            <numerusform>%n native histogram cannot be read and is left out</numerusform>
            <numerusform>%n native histograms cannot be read and are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::QualityPage</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Survey this range, or stop</source>
        <translation>Survey this range, or stop</translation>
    </message>
    <message>
        <source>Next and previous row</source>
        <translation>Next and previous row</translation>
    </message>
    <message>
        <source>The series of a group</source>
        <translation>The series of a group</translation>
    </message>
    <message>
        <source>Progress of the survey</source>
        <translation>Progress of the survey</translation>
    </message>
    <message>
        <source>Quality of the series, the worst first</source>
        <translation>Quality of the series, the worst first</translation>
    </message>
    <message>
        <source>Metric or label</source>
        <translation>Metric or label</translation>
    </message>
    <message>
        <source>Filter of the series</source>
        <translation>Filter of the series</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>By metric</source>
        <translation>By metric</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>By source</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Survey this range</source>
        <translation>Survey this range</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Data quality</translation>
    </message>
    <message>
        <source>Reading every series…</source>
        <translation>Reading every series…</translation>
    </message>
    <message>
        <source>Not surveyed yet</source>
        <translation>Not surveyed yet</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>range of time</comment>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>%1 too short to judge</source>
        <translation>%1 too short to judge</translation>
    </message>
    <message>
        <source>only the first %1 of %2 stored series were read</source>
        <translation>only the first %1 of %2 stored series were read</translation>
    </message>
    <message>
        <source>The series cannot be read</source>
        <translation>The series cannot be read</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>What you see is the survey before.</source>
        <translation>What you see is the survey before.</translation>
    </message>
    <message>
        <source>The time bar shows another range than this survey.</source>
        <translation>The time bar shows another range than this survey.</translation>
    </message>
    <message>
        <source>This console has no history to judge</source>
        <translation>This console has no history to judge</translation>
    </message>
    <message>
        <source>No survey yet</source>
        <translation>No survey yet</translation>
    </message>
    <message>
        <source>No series has samples in this range</source>
        <translation>No series has samples in this range</translation>
    </message>
    <message>
        <source>No series fits the filter</source>
        <translation>No series fits the filter</translation>
    </message>
    <message>
        <source>Showing %1 of %2</source>
        <translation>Showing %1 of %2</translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <translation>Show %1 more</translation>
    </message>
</context>
<context>
    <name>lepto::QueryRow</name>
    <message>
        <source>Query %1, PromQL</source>
        <translation>Query %1, PromQL</translation>
    </message>
    <message>
        <source>PromQL, for example rate(node_cpu_seconds_total[5m])</source>
        <translation>PromQL, for example rate(node_cpu_seconds_total[5m])</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Run query %1</source>
        <translation>Run query %1</translation>
    </message>
    <message>
        <source>Show or hide query %1</source>
        <translation>Show or hide query %1</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>asking</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message>
        <source>More for query %1</source>
        <translation>More for query %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cancel query %1</source>
        <translation>Cancel query %1</translation>
    </message>
    <message>
        <source>Run (Enter)</source>
        <translation>Run (Enter)</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Explain</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>Lay out</translation>
    </message>
    <message>
        <source>Earlier queries</source>
        <translation>Earlier queries</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>no such series</source>
        <translation>no such series</translation>
    </message>
    <message>
        <source>est. %1 series, %2 samples</source>
        <translation>est. %1 series, %2 samples</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Column %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::Relay</name>
    <message>
        <source>the console speaks version %1 of the edge protocol, this edge speaks version %2</source>
        <translation>the console speaks version %1 of the edge protocol, this edge speaks version %2</translation>
    </message>
    <message>
        <source>another console takes from this edge already (process %1)</source>
        <translation>another console takes from this edge already (process %1)</translation>
    </message>
    <message>
        <source>the spool cannot be locked</source>
        <translation>the spool cannot be locked</translation>
    </message>
    <message>
        <source>the console has been silent for %1 seconds</source>
        <translation>the console has been silent for %1 seconds</translation>
    </message>
</context>
<context>
    <name>lepto::RemediationService</name>
    <message>
        <source>there is no such runbook</source>
        <translation>there is no such runbook</translation>
    </message>
    <message>
        <source>a run that is %1 has no dry run</source>
        <translation>a run that is %1 has no dry run</translation>
    </message>
    <message>
        <source>all actions are stopped; resume them first</source>
        <translation>all actions are stopped; resume them first</translation>
    </message>
    <message>
        <source>The dry run found a step that would fail</source>
        <translation>The dry run found a step that would fail</translation>
    </message>
    <message>
        <source>the dry run comes first</source>
        <translation>the dry run comes first</translation>
    </message>
    <message>
        <source>a run that is %1 is not approved</source>
        <translation>a run that is %1 is not approved</translation>
    </message>
    <message>
        <source>the plan has expired; make a new one</source>
        <translation>the plan has expired; make a new one</translation>
    </message>
    <message>
        <source>this key has already signed; another person&apos;s is needed</source>
        <translation>this key has already signed; another person&apos;s is needed</translation>
    </message>
    <message>
        <source>%1 more approvals are needed</source>
        <translation>%1 more approvals are needed</translation>
    </message>
    <message>
        <source>another process is working on it</source>
        <translation>another process is working on it</translation>
    </message>
    <message>
        <source>a run that is %1 cannot be started</source>
        <translation>a run that is %1 cannot be started</translation>
    </message>
    <message>
        <source>the dry run is too old; repeat it</source>
        <translation>the dry run is too old; repeat it</translation>
    </message>
    <message>
        <source>a run that is %1 cannot be cancelled here</source>
        <translation>a run that is %1 cannot be cancelled here</translation>
    </message>
    <message>
        <source>Cancelled by %1</source>
        <translation>Cancelled by %1</translation>
    </message>
    <message>
        <source>there is nothing to take back</source>
        <translation>there is nothing to take back</translation>
    </message>
    <message>
        <source>Taken back by %1</source>
        <translation>Taken back by %1</translation>
    </message>
    <message>
        <source>a reason is needed</source>
        <translation>a reason is needed</translation>
    </message>
    <message>
        <source>it does not wait for a decision</source>
        <translation>it does not wait for a decision</translation>
    </message>
    <message>
        <source>Nobody started it in time</source>
        <translation>Nobody started it in time</translation>
    </message>
    <message>
        <source>another console is working on it</source>
        <translation>another console is working on it</translation>
    </message>
</context>
<context>
    <name>lepto::RuleFields</name>
    <message>
        <source>a list of fields is expected here</source>
        <translation>a list of fields is expected here</translation>
    </message>
    <message>
        <source>a field name is expected here</source>
        <translation>a field name is expected here</translation>
    </message>
    <message>
        <source>unknown field &quot;%1&quot;</source>
        <translation>unknown field &quot;%1&quot;</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; is given twice</source>
        <translation>field &quot;%1&quot; is given twice</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; is missing</source>
        <translation>field &quot;%1&quot; is missing</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; must be a text</source>
        <translation>field &quot;%1&quot; must be a text</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; is longer than %2 characters</source>
        <translation>field &quot;%1&quot; is longer than %2 characters</translation>
    </message>
</context>
<context>
    <name>lepto::RulePoller</name>
    <message>
        <source>this server has no rules: %1</source>
        <translation>this server has no rules: %1</translation>
    </message>
</context>
<context>
    <name>lepto::RunDriver</name>
    <message>
        <source>Cancelled by %1</source>
        <translation>Cancelled by %1</translation>
    </message>
    <message>
        <source>All actions were stopped</source>
        <translation>All actions were stopped</translation>
    </message>
    <message>
        <source>The console ended in the middle of it and is read-only now</source>
        <translation>The console ended in the middle of it and is read-only now</translation>
    </message>
    <message>
        <source>%1; step %2 was not started</source>
        <translation>%1; step %2 was not started</translation>
    </message>
    <message>
        <source>It began, and nobody knows whether it took effect</source>
        <translation>It began, and nobody knows whether it took effect</translation>
    </message>
    <message>
        <source>It was ended after its time</source>
        <translation>It was ended after its time</translation>
    </message>
    <message>
        <source>It was lost again and again</source>
        <translation>It was lost again and again</translation>
    </message>
    <message>
        <source>The probe finds the effect
</source>
        <translation>The probe finds the effect
</translation>
    </message>
    <message>
        <source>The probe could not tell
</source>
        <translation>The probe could not tell
</translation>
    </message>
    <message>
        <source>The probe was lost</source>
        <translation>The probe was lost</translation>
    </message>
    <message>
        <source>Nobody knows whether step %1 took effect</source>
        <translation>Nobody knows whether step %1 took effect</translation>
    </message>
    <message>
        <source>Step %1 took too long</source>
        <translation>Step %1 took too long</translation>
    </message>
    <message>
        <source>Step %1 failed with exit code %2</source>
        <translation>Step %1 failed with exit code %2</translation>
    </message>
    <message>
        <source>Cancelled by %1 in step %2</source>
        <translation>Cancelled by %1 in step %2</translation>
    </message>
    <message>
        <source>All steps of the way back are done</source>
        <translation>All steps of the way back are done</translation>
    </message>
    <message>
        <source>All steps are done; nothing was changed</source>
        <translation>All steps are done; nothing was changed</translation>
    </message>
    <message>
        <source>The watch on the metrics was ended by %1</source>
        <translation>The watch on the metrics was ended by %1</translation>
    </message>
    <message>
        <source>The console ended before anything was done</source>
        <translation>The console ended before anything was done</translation>
    </message>
</context>
<context>
    <name>lepto::RunGate</name>
    <message>
        <source>write mode</source>
        <translation>write mode</translation>
    </message>
    <message>
        <source>it can be on for a day at most</source>
        <translation>it can be on for a day at most</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>actions</translation>
    </message>
    <message>
        <source>all actions are stopped; resume them first</source>
        <translation>all actions are stopped; resume them first</translation>
    </message>
    <message>
        <source>the console is read-only; turn write mode on first</source>
        <translation>the console is read-only; turn write mode on first</translation>
    </message>
    <message>
        <source>the limit of %1 runs in %2 minutes is reached</source>
        <translation>the limit of %1 runs in %2 minutes is reached</translation>
    </message>
    <message>
        <source>another run is busy with this target</source>
        <translation>another run is busy with this target</translation>
    </message>
    <message>
        <source>all runbooks</source>
        <translation>all runbooks</translation>
    </message>
    <message>
        <source>the last run on this target is less than %1 seconds ago</source>
        <translation>the last run on this target is less than %1 seconds ago</translation>
    </message>
</context>
<context>
    <name>lepto::RunJournal</name>
    <message>
        <source>a run that is %1 cannot become %2</source>
        <translation>a run that is %1 cannot become %2</translation>
    </message>
</context>
<context>
    <name>lepto::RunQueue</name>
    <message>
        <source>Needs your decision</source>
        <translation>Needs your decision</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
</context>
<context>
    <name>lepto::SavedViews</name>
    <message>
        <source>Import a Grafana dashboard</source>
        <translation>Import a Grafana dashboard</translation>
    </message>
    <message>
        <source>Dashboards (*.json)</source>
        <translation>Dashboards (*.json)</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Saved views</translation>
    </message>
    <message>
        <source>Saved views and dashboards</source>
        <translation>Saved views and dashboards</translation>
    </message>
    <message>
        <source>Name, then Enter</source>
        <translation>Name, then Enter</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name of the view</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>Bring back what was removed</translation>
    </message>
    <message>
        <source>Save these queries as a view</source>
        <translation>Save these queries as a view</translation>
    </message>
    <message numerus="yes">
        <source>%n charts</source>
        <translation>
            <numerusform>%n chart</numerusform>
            <numerusform>%n charts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n panels</source>
        <translation>
            <numerusform>%n panel</numerusform>
            <numerusform>%n panels</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet. The plus keeps these queries with their range.</source>
        <translation>None yet. The plus keeps these queries with their range.</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>A view needs a name.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Reading the dashboard</source>
        <translation>Reading the dashboard</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>Imported: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Removed: %1</translation>
    </message>
</context>
<context>
    <name>lepto::SeriesPicker</name>
    <message>
        <source>Service, metric or label</source>
        <translation>Service, metric or label</translation>
    </message>
    <message>
        <source>Find series</source>
        <translation>Find series</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>looking…</translation>
    </message>
    <message>
        <source>no series fits</source>
        <translation>no series fits</translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>the first %1 are listed</translation>
    </message>
    <message numerus="yes">
        <source>%n listed</source>
        <translation>
            <numerusform>%n listed</numerusform>
            <numerusform>%n listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::SeriesQualityView</name>
    <message>
        <source>Lone outliers replaced</source>
        <translation>Lone outliers replaced</translation>
    </message>
    <message>
        <source>Counter without resets</source>
        <translation>Counter without resets</translation>
    </message>
    <message>
        <source>Running median</source>
        <translation>Running median</translation>
    </message>
    <message>
        <source>Smoothed, one minute</source>
        <translation>Smoothed, one minute</translation>
    </message>
    <message>
        <source>In the base unit</source>
        <translation>In the base unit</translation>
    </message>
    <message>
        <source>Cleaned view</source>
        <translation>Cleaned view</translation>
    </message>
    <message>
        <source>Cleaned as</source>
        <translation>Cleaned as</translation>
    </message>
    <message>
        <source>What cleaning would change</source>
        <translation>What cleaning would change</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Stored</translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation>Cleaned</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <source>Last sample</source>
        <translation>Last sample</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>Next sample</translation>
    </message>
    <message>
        <source>Missing for</source>
        <translation>Missing for</translation>
    </message>
    <message>
        <source>Choose a series</source>
        <translation>Choose a series</translation>
    </message>
    <message>
        <source>Its values as stored and as cleaned, and its gaps, appear here.</source>
        <translation>Its values as stored and as cleaned, and its gaps, appear here.</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>−%1 points</source>
        <translation>−%1 points</translation>
    </message>
    <message>
        <source>%1, first at %2</source>
        <translation>%1, first at %2</translation>
    </message>
    <message>
        <source>Nothing to find fault with</source>
        <translation>Nothing to find fault with</translation>
    </message>
    <message>
        <source>Too short to judge</source>
        <translation>Too short to judge</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>%1 of 100</source>
        <translation>%1 of 100</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>Came of those due</source>
        <translation>Came of those due</translation>
    </message>
    <message>
        <source>Usual spacing</source>
        <translation>Usual spacing</translation>
    </message>
    <message>
        <source>Unit by its name</source>
        <translation>Unit by its name</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>not said</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>stored</translation>
    </message>
    <message>
        <source>cleaned</source>
        <translation>cleaned</translation>
    </message>
    <message>
        <source>none until the end</source>
        <translation>none until the end</translation>
    </message>
    <message>
        <source>As stored and as cleaned</source>
        <translation>As stored and as cleaned</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 samples</translation>
    </message>
    <message>
        <source>This view cannot be shown</source>
        <translation>This view cannot be shown</translation>
    </message>
    <message>
        <source>No value to draw</source>
        <translation>No value to draw</translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>Nothing would change</translation>
    </message>
    <message>
        <source>%1 of %2 samples would change; what is stored stays as it came</source>
        <translation>%1 of %2 samples would change; what is stored stays as it came</translation>
    </message>
    <message>
        <source>showing %1 of %2</source>
        <translation>showing %1 of %2</translation>
    </message>
    <message>
        <source>Gaps, the longest first</source>
        <translation>Gaps, the longest first</translation>
    </message>
</context>
<context>
    <name>lepto::SeriesTree</name>
    <message>
        <source>Metrics</source>
        <translation>Metrics</translation>
    </message>
    <message>
        <source>%1 series stored</source>
        <translation>%1 series stored</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>histogram</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>counter</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>gauge</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>Filter by name, label, value</source>
        <translation>Filter by name, label, value</translation>
    </message>
    <message>
        <source>Filter metrics by name, label or value</source>
        <translation>Filter metrics by name, label or value</translation>
    </message>
    <message>
        <source>Metrics by group, with their labels and values</source>
        <translation>Metrics by group, with their labels and values</translation>
    </message>
    <message>
        <source>Asking for names</source>
        <translation>Asking for names</translation>
    </message>
    <message>
        <source>No series yet</source>
        <translation>No series yet</translation>
    </message>
    <message>
        <source>Nothing matches this filter</source>
        <translation>Nothing matches this filter</translation>
    </message>
    <message>
        <source>showing %1 metrics of the first %2 of %3 series</source>
        <translation>showing %1 metrics of the first %2 of %3 series</translation>
    </message>
    <message>
        <source>showing %1 of %2 metrics</source>
        <translation>showing %1 of %2 metrics</translation>
    </message>
    <message numerus="yes">
        <source>%n metrics</source>
        <translation>
            <numerusform>%n metric</numerusform>
            <numerusform>%n metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::SettingForm</name>
    <message>
        <source>No setting fits</source>
        <translation>No setting fits</translation>
    </message>
    <message>
        <source>On</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Reset: %1</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changed</translation>
    </message>
</context>
<context>
    <name>lepto::Settings</name>
    <message>
        <source>the settings cannot be written: %1</source>
        <translation>the settings cannot be written: %1</translation>
    </message>
    <message>
        <source>the value must be %1</source>
        <translation>the value must be %1</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>a whole number from %1 to %2</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>a number from %1 to %2</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>one of %1</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true or false</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>a text</translation>
    </message>
    <message>
        <source>the settings cannot be read: %1; defaults are used</source>
        <translation>the settings cannot be read: %1; defaults are used</translation>
    </message>
    <message>
        <source>not a JSON object</source>
        <translation>not a JSON object</translation>
    </message>
    <message>
        <source>the settings are broken (%1, byte %2); defaults are used and the file is kept as %3</source>
        <translation>the settings are broken (%1, byte %2); defaults are used and the file is kept as %3</translation>
    </message>
    <message>
        <source>; the default is used</source>
        <translation>; the default is used</translation>
    </message>
    <message>
        <source>no such setting</source>
        <translation>no such setting</translation>
    </message>
    <message>
        <source>two sources have this name</source>
        <translation>two sources have this name</translation>
    </message>
    <message>
        <source>not a setting of this version; kept, not used</source>
        <translation>not a setting of this version; kept, not used</translation>
    </message>
    <message>
        <source>the file says %1; %2; the default is used</source>
        <translation>the file says %1; %2; the default is used</translation>
    </message>
</context>
<context>
    <name>lepto::SettingsPage</name>
    <message>
        <source>Add source</source>
        <translation>Add source</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Test connection</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation>Remove source</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Find a setting</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Rules and runbooks</source>
        <translation>Rules and runbooks</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>Watching</translation>
    </message>
    <message>
        <source>Policy and approval</source>
        <translation>Policy and approval</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Storage</translation>
    </message>
    <message>
        <source>Models and telemetry</source>
        <translation>Models and telemetry</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>saved at once</source>
        <translation>saved at once</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>built in</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Runbooks</source>
        <translation>Runbooks</translation>
    </message>
    <message>
        <source>Health rules and runbooks are files. Change them with any editor; a file with a mistake is named in a message and the last good one stays in force.</source>
        <translation>Health rules and runbooks are files. Change them with any editor; a file with a mistake is named in a message and the last good one stays in force.</translation>
    </message>
    <message>
        <source>no single key runs, approves, deletes or rolls back</source>
        <translation>no single key runs, approves, deletes or rolls back</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>No setting fits “%1”</source>
        <translation>No setting fits “%1”</translation>
    </message>
    <message>
        <source>The settings cannot be changed: their folder is read-only.</source>
        <translation>The settings cannot be changed: their folder is read-only.</translation>
    </message>
    <message>
        <source>Whoever owns %1 can allow it.</source>
        <translation>Whoever owns %1 can allow it.</translation>
    </message>
    <message>
        <source>settings.json is broken, defaults are used.</source>
        <translation>settings.json is broken, defaults are used.</translation>
    </message>
    <message>
        <source>settings.json holds what this version does not know.</source>
        <translation>settings.json holds what this version does not know.</translation>
    </message>
    <message>
        <source>Kept, not used: %1</source>
        <translation>Kept, not used: %1</translation>
    </message>
    <message>
        <source>Changes and logs</source>
        <translation>Changes and logs</translation>
    </message>
    <message>
        <source>About this console</source>
        <translation>About this console</translation>
    </message>
    <message>
        <source>Enter goes to the first one found</source>
        <translation>Enter goes to the first one found</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Go to %1</translation>
    </message>
</context>
<context>
    <name>lepto::SigningKey</name>
    <message>
        <source>the cryptographic library does not start</source>
        <translation>the cryptographic library does not start</translation>
    </message>
    <message>
        <source>a key name has letters, digits, &apos;-&apos; and &apos;_&apos; only</source>
        <translation>a key name has letters, digits, &apos;-&apos; and &apos;_&apos; only</translation>
    </message>
    <message>
        <source>the key must belong to you and be readable by you alone (chmod 600)</source>
        <translation>the key must belong to you and be readable by you alone (chmod 600)</translation>
    </message>
    <message>
        <source>this is not a key file</source>
        <translation>this is not a key file</translation>
    </message>
    <message>
        <source>this is not a public key file</source>
        <translation>this is not a public key file</translation>
    </message>
</context>
<context>
    <name>lepto::SilenceDetail</name>
    <message>
        <source>a recording is open; close it first</source>
        <translation>a recording is open; close it first</translation>
    </message>
    <message>
        <source>all actions are stopped</source>
        <translation>all actions are stopped</translation>
    </message>
    <message>
        <source>arm write mode first (Ctrl+Shift+A)</source>
        <translation>arm write mode first (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>No silence is selected.</source>
        <translation>No silence is selected.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Change this silence</source>
        <translation>Change this silence</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>End it now</translation>
    </message>
    <message>
        <source>End this silence now</source>
        <translation>End this silence now</translation>
    </message>
    <message>
        <source>Make it again…</source>
        <translation>Make it again…</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Made by</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Alertmanager</source>
        <translation>Alertmanager</translation>
    </message>
    <message>
        <source>no alert now</source>
        <translation>no alert now</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts now</source>
        <translation>
            <numerusform>%n alert now</numerusform>
            <numerusform>%n alerts now</numerusform>
        </translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>being sent</translation>
    </message>
    <message>
        <source>An ended silence can be made again.</source>
        <translation>An ended silence can be made again.</translation>
    </message>
    <message>
        <source>Ending it: %1</source>
        <translation>Ending it: %1</translation>
    </message>
</context>
<context>
    <name>lepto::SilenceForm</name>
    <message>
        <source>Change the silence</source>
        <translation>Change the silence</translation>
    </message>
    <message>
        <source>New silence</source>
        <translation>New silence</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>Alertmanager</source>
        <translation>Alertmanager</translation>
    </message>
    <message>
        <source>Matchers</source>
        <translation>Matchers</translation>
    </message>
    <message>
        <source>Labels of the alert</source>
        <translation>Labels of the alert</translation>
    </message>
    <message>
        <source>Why (required)</source>
        <translation>Why (required)</translation>
    </message>
    <message>
        <source>Who reads it knows why nobody was paged</source>
        <translation>Who reads it knows why nobody was paged</translation>
    </message>
    <message>
        <source>How long, or until when</source>
        <translation>How long, or until when</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Begins</translation>
    </message>
    <message>
        <source>at once; or now+1h, 2026-11-18 14:00</source>
        <translation>at once; or now+1h, 2026-11-18 14:00</translation>
    </message>
    <message>
        <source>Yes, nearly every alert</source>
        <translation>Yes, nearly every alert</translation>
    </message>
    <message>
        <source>Yes, end this one and make another</source>
        <translation>Yes, end this one and make another</translation>
    </message>
    <message>
        <source>Change silence</source>
        <translation>Change silence</translation>
    </message>
    <message>
        <source>Create silence</source>
        <translation>Create silence</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>being sent</translation>
    </message>
    <message>
        <source>a recording is open; close it first</source>
        <translation>a recording is open; close it first</translation>
    </message>
    <message>
        <source>no Alertmanager is connected</source>
        <translation>no Alertmanager is connected</translation>
    </message>
    <message>
        <source>all actions are stopped</source>
        <translation>all actions are stopped</translation>
    </message>
    <message>
        <source>arm write mode first (Ctrl+Shift+A)</source>
        <translation>arm write mode first (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>type a matcher, or tick a label</source>
        <translation>type a matcher, or tick a label</translation>
    </message>
    <message>
        <source>the matchers cannot be read</source>
        <translation>the matchers cannot be read</translation>
    </message>
    <message>
        <source>say why first</source>
        <translation>say why first</translation>
    </message>
    <message>
        <source>nothing is changed</source>
        <translation>nothing is changed</translation>
    </message>
    <message>
        <source>%1, so Alertmanager would end this silence and make another; say yes to that first</source>
        <translation>%1, so Alertmanager would end this silence and make another; say yes to that first</translation>
    </message>
    <message>
        <source>until %1, in %2</source>
        <translation>until %1, in %2</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends it. It goes into the audit record.</source>
        <translation>Ctrl+Enter sends it. It goes into the audit record.</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>Not yet: %1</translation>
    </message>
</context>
<context>
    <name>lepto::SilenceModel</name>
    <message>
        <source>ended %1 ago</source>
        <translation>ended %1 ago</translation>
    </message>
    <message>
        <source>begins in %1</source>
        <translation>begins in %1</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>ends in %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Why, and what it matches</source>
        <translation>Why, and what it matches</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Catches now</source>
        <translation>Catches now</translation>
    </message>
</context>
<context>
    <name>lepto::SilencePreviewList</name>
    <message>
        <source>Catches</source>
        <translation>Catches</translation>
    </message>
    <message>
        <source>Alerts that it catches</source>
        <translation>Alerts that it catches</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>%1 of %2 alerts now</source>
        <translation>%1 of %2 alerts now</translation>
    </message>
    <message>
        <source>Each of these matchers holds for alerts without that label; Alertmanager refuses such a silence.</source>
        <translation>Each of these matchers holds for alerts without that label; Alertmanager refuses such a silence.</translation>
    </message>
    <message>
        <source>It catches every alert, and nearly any that may come.</source>
        <translation>It catches every alert, and nearly any that may come.</translation>
    </message>
    <message>
        <source>It catches every alert there is now.</source>
        <translation>It catches every alert there is now.</translation>
    </message>
    <message>
        <source>It catches nearly any alert that may come.</source>
        <translation>It catches nearly any alert that may come.</translation>
    </message>
    <message>
        <source>It catches no alert now.</source>
        <translation>It catches no alert now.</translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>the first %1 are shown</translation>
    </message>
</context>
<context>
    <name>lepto::SilenceWriter</name>
    <message>
        <source>the answer is no silence</source>
        <translation>the answer is no silence</translation>
    </message>
    <message>
        <source>nothing is to change</source>
        <translation>nothing is to change</translation>
    </message>
    <message>
        <source>Alertmanager would end it and make another with a new id, since %1; say yes to that to go on</source>
        <translation>Alertmanager would end it and make another with a new id, since %1; say yes to that to go on</translation>
    </message>
</context>
<context>
    <name>lepto::SourceForm</name>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Read every</source>
        <translation>Read every</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA file</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>Token file</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>User and password</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer token</translation>
    </message>
    <message>
        <source>Token from a file</source>
        <translation>Token from a file</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>System certificates</source>
        <translation>System certificates</translation>
    </message>
    <message>
        <source>Check the certificate</source>
        <translation>Check the certificate</translation>
    </message>
    <message>
        <source>Kept encrypted, never shown, logged or exported</source>
        <translation>Kept encrypted, never shown, logged or exported</translation>
    </message>
    <message>
        <source>stored, not shown</source>
        <translation>stored, not shown</translation>
    </message>
    <message>
        <source>Another source has this name</source>
        <translation>Another source has this name</translation>
    </message>
    <message>
        <source>Letters, digits, dot, dash and underscore only</source>
        <translation>Letters, digits, dot, dash and underscore only</translation>
    </message>
    <message>
        <source>An address begins with http:// or https:// and names a host</source>
        <translation>An address begins with http:// or https:// and names a host</translation>
    </message>
    <message>
        <source>Put user and password into the login fields</source>
        <translation>Put user and password into the login fields</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>Known hosts</translation>
    </message>
    <message>
        <source>The user&apos;s own</source>
        <translation>The user&apos;s own</translation>
    </message>
    <message>
        <source>The address of an edge is ssh://user@host</source>
        <translation>The address of an edge is ssh://user@host</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Matches</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Time-out</translation>
    </message>
    <message>
        <source>Identity file</source>
        <translation>Identity file</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Key file</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>Server name</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Headers</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>Fewer fields</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>More fields</translation>
    </message>
    <message>
        <source>Selector of the series; empty takes all, up to the limit</source>
        <translation>Selector of the series; empty takes all, up to the limit</translation>
    </message>
</context>
<context>
    <name>lepto::SourceManager</name>
    <message>
        <source>there is no place for secrets</source>
        <translation>there is no place for secrets</translation>
    </message>
    <message>
        <source>this kind of source brings no samples</source>
        <translation>this kind of source brings no samples</translation>
    </message>
    <message>
        <source>sources of this kind are not collected here</source>
        <translation>sources of this kind are not collected here</translation>
    </message>
</context>
<context>
    <name>lepto::SourceSettings</name>
    <message>
        <source>none yet</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>%1 of %2 live, %3 series</source>
        <translation>%1 of %2 live, %3 series</translation>
    </message>
    <message>
        <source>Sources cannot be changed while a recording is open.</source>
        <translation>Sources cannot be changed while a recording is open.</translation>
    </message>
    <message>
        <source>They go on collecting. Leave the recording to change them.</source>
        <translation>They go on collecting. Leave the recording to change them.</translation>
    </message>
    <message>
        <source>Leave the recording</source>
        <translation>Leave the recording</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>New source</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved changes</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
        </translation>
    </message>
    <message>
        <source>disabled: a recording is open</source>
        <translation>disabled: a recording is open</translation>
    </message>
    <message>
        <source>disabled: nothing has changed</source>
        <translation>disabled: nothing has changed</translation>
    </message>
    <message>
        <source>disabled: name and address first</source>
        <translation>disabled: name and address first</translation>
    </message>
    <message>
        <source>Remove %1? Its samples stay.</source>
        <translation>Remove %1? Its samples stay.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 is removed.</translation>
    </message>
    <message>
        <source>Its samples and its secret stay.</source>
        <translation>Its samples and its secret stay.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>What left this machine</source>
        <translation>What left this machine</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Add source</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Test connection</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation>Remove source</translation>
    </message>
    <message>
        <source>About this console</source>
        <translation>About this console</translation>
    </message>
</context>
<context>
    <name>lepto::StartPage</name>
    <message>
        <source>Nothing is connected yet</source>
        <translation>Nothing is connected yet</translation>
    </message>
    <message>
        <source>Pick where the numbers come from. You need no account, and nothing leaves this machine but the queries you set up here.</source>
        <translation>Pick where the numbers come from. You need no account, and nothing leaves this machine but the queries you set up here.</translation>
    </message>
    <message>
        <source>Connect to a Prometheus</source>
        <translation>Connect to a Prometheus</translation>
    </message>
    <message>
        <source>Address and, if needed, a token. The test takes about a second.</source>
        <translation>Address and, if needed, a token. The test takes about a second.</translation>
    </message>
    <message>
        <source>Scrape an exporter</source>
        <translation>Scrape an exporter</translation>
    </message>
    <message>
        <source>One address that offers metrics as text, read directly.</source>
        <translation>One address that offers metrics as text, read directly.</translation>
    </message>
    <message>
        <source>Watch this computer</source>
        <translation>Watch this computer</translation>
    </message>
    <message>
        <source>CPU, memory, disks and network from /proc. Works without any server.</source>
        <translation>CPU, memory, disks and network from /proc. Works without any server.</translation>
    </message>
    <message>
        <source>Open an incident bundle</source>
        <translation>Open an incident bundle</translation>
    </message>
    <message>
        <source>Samples, labels and models of one incident, checked by hash. Fully offline.</source>
        <translation>Samples, labels and models of one incident, checked by hash. Fully offline.</translation>
    </message>
    <message>
        <source>Try the recorded incident</source>
        <translation>Try the recorded incident</translation>
    </message>
    <message>
        <source>A short outage for learning. Nothing is connected, nothing can run.</source>
        <translation>A short outage for learning. Nothing is connected, nothing can run.</translation>
    </message>
    <message>
        <source>or drop a bundle anywhere in this window</source>
        <translation>or drop a bundle anywhere in this window</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>This machine</translation>
    </message>
    <message>
        <source>You start in read-only</source>
        <translation>You start in read-only</translation>
    </message>
    <message>
        <source>The console looks and suggests. To run an action you arm write mode for a limited time, and a second person signs what changes production.</source>
        <translation>The console looks and suggests. To run an action you arm write mode for a limited time, and a second person signs what changes production.</translation>
    </message>
    <message>
        <source>Keys worth knowing</source>
        <translation>Keys worth knowing</translation>
    </message>
    <message>
        <source>Your charts appear here as soon as the first sample arrives</source>
        <translation>Your charts appear here as soon as the first sample arrives</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>on CPU, slower</source>
        <translation>on CPU, slower</translation>
    </message>
    <message>
        <source>Free disk for samples</source>
        <translation>Free disk for samples</translation>
    </message>
    <message>
        <source>Audit record</source>
        <translation>Audit record</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>begins with your first act</source>
        <translation>begins with your first act</translation>
    </message>
    <message>
        <source>Second person for approvals</source>
        <translation>Second person for approvals</translation>
    </message>
    <message>
        <source>with the first plan</source>
        <translation>with the first plan</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>kind of source, address</comment>
        <translation>%1 on %2</translation>
    </message>
    <message>
        <source>Found on this computer: %1</source>
        <translation>Found on this computer: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Use it</translation>
    </message>
    <message>
        <source>Only this computer is watched so far</source>
        <translation>Only this computer is watched so far</translation>
    </message>
    <message>
        <source>Go on with this computer</source>
        <translation>Go on with this computer</translation>
    </message>
</context>
<context>
    <name>lepto::StateChips</name>
    <message>
        <source>%1 critical</source>
        <translation>%1 critical</translation>
    </message>
    <message>
        <source>%1 warning</source>
        <translation>%1 warning</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <translation>%1 silent</translation>
    </message>
    <message>
        <source>%1 maintenance</source>
        <translation>%1 maintenance</translation>
    </message>
    <message>
        <source>%1 healthy</source>
        <translation>%1 healthy</translation>
    </message>
</context>
<context>
    <name>lepto::StatusStrip</name>
    <message>
        <source>Recording</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>No sources</source>
        <translation>No sources</translation>
    </message>
    <message>
        <source>Console needs help</source>
        <translation>Console needs help</translation>
    </message>
    <message>
        <source>Picture is old</source>
        <translation>Picture is old</translation>
    </message>
    <message>
        <source>Picture has holes</source>
        <translation>Picture has holes</translation>
    </message>
    <message>
        <source>Picture is true</source>
        <translation>Picture is true</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>oldest %1</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 of %2 live</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>epoch %1/%2</source>
        <translation>epoch %1/%2</translation>
    </message>
    <message>
        <source>Ingest</source>
        <translation>Ingest</translation>
    </message>
    <message>
        <source>Scoring lag</source>
        <translation>Scoring lag</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Frame</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Audit head</source>
        <translation>Audit head</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>none yet</translation>
    </message>
</context>
<context>
    <name>lepto::SuggestionList</name>
    <message>
        <source>Nothing suggested</source>
        <translation>Nothing suggested</translation>
    </message>
    <message numerus="yes">
        <source>%n more on the Actions page</source>
        <translation>
            <numerusform>%n more on the Actions page</numerusform>
            <numerusform>%n more on the Actions page</numerusform>
        </translation>
    </message>
    <message>
        <source>reversible</source>
        <translation>reversible</translation>
    </message>
    <message>
        <source>not reversible</source>
        <translation>not reversible</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Review %1</source>
        <translation>Review %1</translation>
    </message>
</context>
<context>
    <name>lepto::SuspectTable</name>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>Onset</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Anomalous signals by onset</source>
        <translation>Anomalous signals by onset</translation>
    </message>
    <message>
        <source>%1, expected %2</source>
        <translation>%1, expected %2</translation>
    </message>
    <message>
        <source>first</source>
        <translation>first</translation>
    </message>
    <message>
        <source>same time</source>
        <translation>same time</translation>
    </message>
</context>
<context>
    <name>lepto::TimeChart</name>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>no value</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, hidden</translation>
    </message>
    <message>
        <source>%1 %2 at %3</source>
        <translation>%1 %2 at %3</translation>
    </message>
    <message>
        <source>%1, no value</source>
        <translation>%1, no value</translation>
    </message>
</context>
<context>
    <name>lepto::TimeRangeBar</name>
    <message>
        <source>Last %1</source>
        <translation>Last %1</translation>
    </message>
    <message>
        <source>%1 + %2 forecast</source>
        <translation>%1 + %2 forecast</translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation>Time range: %1</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Live or paused  %1</source>
        <translation>Live or paused  %1</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>key</comment>
        <translation>Space</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local</source>
        <comment>time zone</comment>
        <translation>Local</translation>
    </message>
    <message>
        <source>UTC or local time  %1</source>
        <translation>UTC or local time  %1</translation>
    </message>
    <message>
        <source>Back by half a range</source>
        <translation>Back by half a range</translation>
    </message>
    <message>
        <source>Forward by half a range</source>
        <translation>Forward by half a range</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>now-6h, now+1d, now/d or 2026-11-18 14:00</source>
        <translation>now-6h, now+1d, now/d or 2026-11-18 14:00</translation>
    </message>
    <message>
        <source>Previous range</source>
        <translation>Previous range</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time</source>
        <translation>&quot;%1&quot; is not a time</translation>
    </message>
</context>
<context>
    <name>lepto::TimeStrip</name>
    <message>
        <source>The last week, showing %1 to %2</source>
        <translation>The last week, showing %1 to %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n labels</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incidents</source>
        <translation>
            <numerusform>%n incident</numerusform>
            <numerusform>%n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gaps</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
    <message>
        <source>no samples this week</source>
        <translation>no samples this week</translation>
    </message>
    <message>
        <source>gap %1</source>
        <translation>gap %1</translation>
    </message>
    <message>
        <source>no samples for %1</source>
        <translation>no samples for %1</translation>
    </message>
</context>
<context>
    <name>lepto::TimelineList</name>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
</context>
<context>
    <name>lepto::TopBar</name>
    <message>
        <source>No environment</source>
        <translation>No environment</translation>
    </message>
    <message numerus="yes">
        <source>%n sources</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message>
        <source>RECORDED</source>
        <translation>RECORDED</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCTION</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Write armed, %1 left</source>
        <translation>Write armed, %1 left</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>Disarm write mode</source>
        <translation>Disarm write mode</translation>
    </message>
    <message>
        <source>Arm write mode</source>
        <translation>Arm write mode</translation>
    </message>
    <message>
        <source>Resume actions</source>
        <translation>Resume actions</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>Stop all actions</translation>
    </message>
    <message>
        <source>disabled: there is no action</source>
        <translation>disabled: there is no action</translation>
    </message>
    <message>
        <source>There is no action</source>
        <translation>There is no action</translation>
    </message>
    <message>
        <source>Leave recording</source>
        <translation>Leave recording</translation>
    </message>
    <message>
        <source>Search services, metrics, incidents, commands</source>
        <translation>Search services, metrics, incidents, commands</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Command palette</translation>
    </message>
</context>
<context>
    <name>lepto::TrainingPage</name>
    <message>
        <source>Start the run</source>
        <translation>Start the run</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Cancel the run</translation>
    </message>
    <message>
        <source>Find series</source>
        <translation>Find series</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message>
        <source>as chosen for the run</source>
        <translation>as chosen for the run</translation>
    </message>
    <message>
        <source>choose series</source>
        <translation>choose series</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Recipe</translation>
    </message>
    <message numerus="yes">
        <source>autoencoder, %n epochs</source>
        <translation>
            <numerusform>autoencoder, %n epoch</numerusform>
            <numerusform>autoencoder, %n epochs</numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>not started</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>epoch %1 of %2</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>against the baseline</source>
        <translation>against the baseline</translation>
    </message>
    <message>
        <source>after the run</source>
        <translation>after the run</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Promote</translation>
    </message>
    <message>
        <source>candidate is ready</source>
        <translation>candidate is ready</translation>
    </message>
    <message>
        <source>a person decides</source>
        <translation>a person decides</translation>
    </message>
    <message>
        <source>worker silent for %1, last epoch is saved</source>
        <translation>worker silent for %1, last epoch is saved</translation>
    </message>
    <message>
        <source>done about %1, %2</source>
        <translation>done about %1, %2</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>No run yet</translation>
    </message>
    <message>
        <source>%1, epoch %2 of %3</source>
        <translation>%1, epoch %2 of %3</translation>
    </message>
    <message>
        <source>train</source>
        <translation>train</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validation</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>best %1</translation>
    </message>
    <message>
        <source>The comparison comes after the last epoch</source>
        <translation>The comparison comes after the last epoch</translation>
    </message>
    <message>
        <source>This run has no result</source>
        <translation>This run has no result</translation>
    </message>
    <message>
        <source>v%1 against the built-in baseline, on days it was not trained on</source>
        <translation>v%1 against the built-in baseline, on days it was not trained on</translation>
    </message>
    <message>
        <source>%1, epoch %2/%3</source>
        <translation>%1, epoch %2/%3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>%1 of %2 hold</source>
        <translation>%1 of %2 hold</translation>
    </message>
    <message>
        <source>Promote %1 v%2</source>
        <translation>Promote %1 v%2</translation>
    </message>
    <message>
        <source>being promoted</source>
        <translation>being promoted</translation>
    </message>
    <message>
        <source>waits for a finished run with a stored candidate</source>
        <translation>waits for a finished run with a stored candidate</translation>
    </message>
    <message>
        <source>The version before stays stored; one press brings it back.</source>
        <translation>The version before stays stored; one press brings it back.</translation>
    </message>
    <message>
        <source>Disabled: %1</source>
        <translation>Disabled: %1</translation>
    </message>
    <message>
        <source>give it a name</source>
        <translation>give it a name</translation>
    </message>
    <message>
        <source>choose at least one series</source>
        <translation>choose at least one series</translation>
    </message>
    <message>
        <source>being started</source>
        <translation>being started</translation>
    </message>
    <message>
        <source>Data stays on this machine.</source>
        <translation>Data stays on this machine.</translation>
    </message>
    <message>
        <source>About %1 samples on %2. Yields to live scoring.</source>
        <translation>About %1 samples on %2. Yields to live scoring.</translation>
    </message>
    <message>
        <source>Cancel %1 after epoch %2? The best epoch is kept.</source>
        <translation>Cancel %1 after epoch %2? The best epoch is kept.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Days back</source>
        <translation>Days back</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochs</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>checkout-signals</source>
        <comment>example of a model&apos;s name</comment>
        <translation>checkout-signals</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Start training</translation>
    </message>
    <message>
        <source>Cancel, keep best</source>
        <translation>Cancel, keep best</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>log scale, per epoch</source>
        <translation>log scale, per epoch</translation>
    </message>
    <message>
        <source>Candidate against the baseline</source>
        <translation>Candidate against the baseline</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Promotion gates</source>
        <translation>Promotion gates</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Choose series and start. Live scoring goes first.</source>
        <translation>Choose series and start. Live scoring goes first.</translation>
    </message>
</context>
<context>
    <name>lepto::TrainingService</name>
    <message>
        <source>the console was closed</source>
        <translation>the console was closed</translation>
    </message>
    <message>
        <source>there is no history to train from</source>
        <translation>there is no history to train from</translation>
    </message>
    <message>
        <source>the folder cannot be written</source>
        <translation>the folder cannot be written</translation>
    </message>
    <message>
        <source>there is no such training job</source>
        <translation>there is no such training job</translation>
    </message>
    <message>
        <source>the job is over already</source>
        <translation>the job is over already</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>the job runs or is done</source>
        <translation>the job runs or is done</translation>
    </message>
</context>
<context>
    <name>lepto::TreeBuilder</name>
    <message>
        <source>aliases are not allowed</source>
        <translation>aliases are not allowed</translation>
    </message>
    <message>
        <source>anchors are not allowed</source>
        <translation>anchors are not allowed</translation>
    </message>
    <message>
        <source>tags are not allowed</source>
        <translation>tags are not allowed</translation>
    </message>
    <message>
        <source>the file has more than %1 values</source>
        <translation>the file has more than %1 values</translation>
    </message>
    <message>
        <source>the file is nested deeper than %1 levels</source>
        <translation>the file is nested deeper than %1 levels</translation>
    </message>
    <message>
        <source>a field name must be plain text</source>
        <translation>a field name must be plain text</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is given twice</source>
        <translation>the field &quot;%1&quot; is given twice</translation>
    </message>
</context>
<context>
    <name>lepto::ValueTable</name>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Values at the crosshair</source>
        <translation>Values at the crosshair</translation>
    </message>
    <message>
        <source>as stored at %1</source>
        <translation>as stored at %1</translation>
    </message>
</context>
<context>
    <name>lepto::VerdictBar</name>
    <message>
        <source>True</source>
        <translation>True</translation>
    </message>
    <message>
        <source>False</source>
        <translation>False</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>Verdict: %1</translation>
    </message>
    <message>
        <source>given</source>
        <translation>given</translation>
    </message>
</context>
<context>
    <name>lepto::Verification</name>
    <message>
        <source>%1 is %2</source>
        <translation>%1 is %2</translation>
    </message>
    <message>
        <source>The metrics have recovered</source>
        <translation>The metrics have recovered</translation>
    </message>
    <message>
        <source>The metrics have not recovered within the time</source>
        <translation>The metrics have not recovered within the time</translation>
    </message>
    <message>
        <source>%1 rose from %2 to %3</source>
        <translation>%1 rose from %2 to %3</translation>
    </message>
</context>
<context>
    <name>lepto::WebhookServer</name>
    <message>
        <source>the token of the webhook is shorter than %1 characters</source>
        <translation>the token of the webhook is shorter than %1 characters</translation>
    </message>
    <message>
        <source>the port of the webhook is in use by another program</source>
        <translation>the port of the webhook is in use by another program</translation>
    </message>
    <message>
        <source>the webhook cannot listen: %1</source>
        <translation>the webhook cannot listen: %1</translation>
    </message>
    <message>
        <source>the request did not arrive in time</source>
        <translation>the request did not arrive in time</translation>
    </message>
    <message>
        <source>too many connections at once</source>
        <translation>too many connections at once</translation>
    </message>
    <message>
        <source>this webhook answers only to the names 127.0.0.1 and localhost</source>
        <translation>this webhook answers only to the names 127.0.0.1 and localhost</translation>
    </message>
    <message>
        <source>web pages may not send changes</source>
        <translation>web pages may not send changes</translation>
    </message>
    <message>
        <source>changes are posted to /v1/changes</source>
        <translation>changes are posted to /v1/changes</translation>
    </message>
    <message>
        <source>changes are sent with POST</source>
        <translation>changes are sent with POST</translation>
    </message>
    <message>
        <source>the token is missing</source>
        <translation>the token is missing</translation>
    </message>
    <message>
        <source>the body must be application/json</source>
        <translation>the body must be application/json</translation>
    </message>
    <message>
        <source>the token is wrong</source>
        <translation>the token is wrong</translation>
    </message>
    <message>
        <source>too many wrong tokens; wait</source>
        <translation>too many wrong tokens; wait</translation>
    </message>
    <message>
        <source>too many requests; wait a second</source>
        <translation>too many requests; wait a second</translation>
    </message>
</context>
<context>
    <name>lepto::WorkerClient</name>
    <message>
        <source>leptoscope-worker is not installed beside this program</source>
        <translation>leptoscope-worker is not installed beside this program</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>worker</translation>
    </message>
    <message>
        <source>the worker was stopped</source>
        <translation>the worker was stopped</translation>
    </message>
    <message>
        <source>an answer of the worker was too long and is dropped</source>
        <translation>an answer of the worker was too long and is dropped</translation>
    </message>
    <message>
        <source>the worker ended with status %1</source>
        <translation>the worker ended with status %1</translation>
    </message>
    <message>
        <source>the worker cannot be started: %1</source>
        <translation>the worker cannot be started: %1</translation>
    </message>
    <message>
        <source>the worker did not answer for %1 seconds and was ended</source>
        <translation>the worker did not answer for %1 seconds and was ended</translation>
    </message>
    <message>
        <source>the worker was killed</source>
        <translation>the worker was killed</translation>
    </message>
</context>
<context>
    <name>lepto::YamlFields</name>
    <message>
        <source>a map of fields is expected</source>
        <translation>a map of fields is expected</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is missing</source>
        <translation>the field &quot;%1&quot; is missing</translation>
    </message>
    <message>
        <source>a text is expected</source>
        <translation>a text is expected</translation>
    </message>
    <message>
        <source>a list is expected</source>
        <translation>a list is expected</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be one of: %2</source>
        <translation>&quot;%1&quot; must be one of: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a duration like 30s, 10m or 4h</source>
        <translation>&quot;%1&quot; must be a duration like 30s, 10m or 4h</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is unknown</source>
        <translation>the field &quot;%1&quot; is unknown</translation>
    </message>
</context>
<context>
    <name>lepto::approval</name>
    <message>
        <source>plan %1</source>
        <translation>plan %1</translation>
    </message>
    <message>
        <source>an approval needs a reason of at most %1 characters</source>
        <translation>an approval needs a reason of at most %1 characters</translation>
    </message>
    <message>
        <source>the plan is not the one that was shown; look at it again</source>
        <translation>the plan is not the one that was shown; look at it again</translation>
    </message>
    <message>
        <source>the key of %1 is not known here</source>
        <translation>the key of %1 is not known here</translation>
    </message>
    <message>
        <source>the signature of %1 belongs to another plan</source>
        <translation>the signature of %1 belongs to another plan</translation>
    </message>
    <message>
        <source>the signature of %1 does not match</source>
        <translation>the signature of %1 does not match</translation>
    </message>
    <message>
        <source>the approval of %1 has expired</source>
        <translation>the approval of %1 has expired</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>approval</translation>
    </message>
    <message>
        <source>the file is not an approval</source>
        <translation>the file is not an approval</translation>
    </message>
</context>
<context>
    <name>lepto::argumenttemplate</name>
    <message>
        <source>the braces do not match</source>
        <translation>the braces do not match</translation>
    </message>
    <message>
        <source>there is no parameter &quot;%1&quot;</source>
        <translation>there is no parameter &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the argument list is empty</source>
        <translation>the argument list is empty</translation>
    </message>
    <message>
        <source>the program must be an absolute path or a parameter of type path</source>
        <translation>the program must be an absolute path or a parameter of type path</translation>
    </message>
    <message>
        <source>the value could be taken for an option; put a literal -- before it</source>
        <translation>the value could be taken for an option; put a literal -- before it</translation>
    </message>
    <message>
        <source>a shell is not given a command text; put the script into a file and name its path</source>
        <translation>a shell is not given a command text; put the script into a file and name its path</translation>
    </message>
    <message>
        <source>an expression with parameters uses double quotes only</source>
        <translation>an expression with parameters uses double quotes only</translation>
    </message>
    <message>
        <source>a backslash stands before a parameter</source>
        <translation>a backslash stands before a parameter</translation>
    </message>
    <message>
        <source>the parameter &quot;%1&quot; must stand inside double quotes</source>
        <translation>the parameter &quot;%1&quot; must stand inside double quotes</translation>
    </message>
</context>
<context>
    <name>lepto::runrows</name>
    <message>
        <source>The plan&apos;s stored bytes do not match their hash</source>
        <translation>The plan&apos;s stored bytes do not match their hash</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>plan %1</translation>
    </message>
    <message>
        <source>there is no such plan</source>
        <translation>there is no such plan</translation>
    </message>
</context>
<context>
    <name>promql</name>
    <message>
        <source>A number.</source>
        <translation>A number.</translation>
    </message>
    <message>
        <source>A text.</source>
        <translation>A text.</translation>
    </message>
    <message>
        <source>The newest sample of each series that matches %1.</source>
        <translation>The newest sample of each series that matches %1.</translation>
    </message>
    <message>
        <source>The samples of the last %2 of each series that matches %1.</source>
        <translation>The samples of the last %2 of each series that matches %1.</translation>
    </message>
    <message>
        <source>Evaluates its argument over the last %1, at the default step.</source>
        <translation>Evaluates its argument over the last %1, at the default step.</translation>
    </message>
    <message>
        <source>Evaluates its argument over the last %1, every %2.</source>
        <translation>Evaluates its argument over the last %1, every %2.</translation>
    </message>
    <message>
        <source>Changes the sign.</source>
        <translation>Changes the sign.</translation>
    </message>
    <message>
        <source>Calculates left %1 right.</source>
        <translation>Calculates left %1 right.</translation>
    </message>
    <message>
        <source>Keeps the elements for which left %1 right holds.</source>
        <translation>Keeps the elements for which left %1 right holds.</translation>
    </message>
    <message>
        <source>1 where left %1 right holds, else 0.</source>
        <translation>1 where left %1 right holds, else 0.</translation>
    </message>
    <message>
        <source>%1 Groups by %2.</source>
        <translation>%1 Groups by %2.</translation>
    </message>
    <message>
        <source>%1 Groups by all labels.</source>
        <translation>%1 Groups by all labels.</translation>
    </message>
    <message>
        <source>%1 Groups by all labels but %2.</source>
        <translation>%1 Groups by all labels but %2.</translation>
    </message>
    <message>
        <source>Leaves its argument as it is.</source>
        <translation>Leaves its argument as it is.</translation>
    </message>
    <message>
        <source>Sides match on %1.</source>
        <translation>Sides match on %1.</translation>
    </message>
    <message>
        <source>Sides match on all labels but %1.</source>
        <translation>Sides match on all labels but %1.</translation>
    </message>
    <message>
        <source>Looks %1 earlier.</source>
        <translation>Looks %1 earlier.</translation>
    </message>
    <message>
        <source>Looks at the time %1.</source>
        <translation>Looks at the time %1.</translation>
    </message>
    <message>
        <source>Absolute value.</source>
        <translation>Absolute value.</translation>
    </message>
    <message>
        <source>1 where the vector has no element, else nothing.</source>
        <translation>1 where the vector has no element, else nothing.</translation>
    </message>
    <message>
        <source>1 where the range has no sample, else nothing.</source>
        <translation>1 where the range has no sample, else nothing.</translation>
    </message>
    <message>
        <source>Arc cosine, in radians.</source>
        <translation>Arc cosine, in radians.</translation>
    </message>
    <message>
        <source>Inverse hyperbolic cosine.</source>
        <translation>Inverse hyperbolic cosine.</translation>
    </message>
    <message>
        <source>Elements of the left side that have a partner on the right.</source>
        <translation>Elements of the left side that have a partner on the right.</translation>
    </message>
    <message>
        <source>Arc sine, in radians.</source>
        <translation>Arc sine, in radians.</translation>
    </message>
    <message>
        <source>Inverse hyperbolic sine.</source>
        <translation>Inverse hyperbolic sine.</translation>
    </message>
    <message>
        <source>Arc tangent, in radians.</source>
        <translation>Arc tangent, in radians.</translation>
    </message>
    <message>
        <source>Angle of the point that both sides give, in radians.</source>
        <translation>Angle of the point that both sides give, in radians.</translation>
    </message>
    <message>
        <source>Inverse hyperbolic tangent.</source>
        <translation>Inverse hyperbolic tangent.</translation>
    </message>
    <message>
        <source>Average of each group.</source>
        <translation>Average of each group.</translation>
    </message>
    <message>
        <source>Average of the samples in the range.</source>
        <translation>Average of the samples in the range.</translation>
    </message>
    <message>
        <source>The comparison gives 0 or 1 instead of filtering.</source>
        <translation>The comparison gives 0 or 1 instead of filtering.</translation>
    </message>
    <message>
        <source>The k smallest elements of each group, with their labels.</source>
        <translation>The k smallest elements of each group, with their labels.</translation>
    </message>
    <message>
        <source>Groups by these labels and drops the others.</source>
        <translation>Groups by these labels and drops the others.</translation>
    </message>
    <message>
        <source>Rounded up to an integer.</source>
        <translation>Rounded up to an integer.</translation>
    </message>
    <message>
        <source>How often the value changed in the range.</source>
        <translation>How often the value changed in the range.</translation>
    </message>
    <message>
        <source>Values limited to a minimum and a maximum.</source>
        <translation>Values limited to a minimum and a maximum.</translation>
    </message>
    <message>
        <source>Values limited to a maximum.</source>
        <translation>Values limited to a maximum.</translation>
    </message>
    <message>
        <source>Values limited to a minimum.</source>
        <translation>Values limited to a minimum.</translation>
    </message>
    <message>
        <source>Cosine of radians.</source>
        <translation>Cosine of radians.</translation>
    </message>
    <message>
        <source>Hyperbolic cosine.</source>
        <translation>Hyperbolic cosine.</translation>
    </message>
    <message>
        <source>Number of elements of each group.</source>
        <translation>Number of elements of each group.</translation>
    </message>
    <message>
        <source>Number of samples in the range.</source>
        <translation>Number of samples in the range.</translation>
    </message>
    <message>
        <source>Number of elements with the same value, the value as a label.</source>
        <translation>Number of elements with the same value, the value as a label.</translation>
    </message>
    <message>
        <source>Day of the month of a time, 1 to 31, in UTC.</source>
        <translation>Day of the month of a time, 1 to 31, in UTC.</translation>
    </message>
    <message>
        <source>Day of the week of a time, 0 is Sunday, in UTC.</source>
        <translation>Day of the week of a time, 0 is Sunday, in UTC.</translation>
    </message>
    <message>
        <source>Day of the year of a time, 1 to 366, in UTC.</source>
        <translation>Day of the year of a time, 1 to 366, in UTC.</translation>
    </message>
    <message>
        <source>Days of the month of a time, 28 to 31, in UTC.</source>
        <translation>Days of the month of a time, 28 to 31, in UTC.</translation>
    </message>
    <message>
        <source>Radians as degrees.</source>
        <translation>Radians as degrees.</translation>
    </message>
    <message>
        <source>Change of a gauge over the range, extrapolated to its edges.</source>
        <translation>Change of a gauge over the range, extrapolated to its edges.</translation>
    </message>
    <message>
        <source>Slope per second of a gauge, by least squares.</source>
        <translation>Slope per second of a gauge, by least squares.</translation>
    </message>
    <message>
        <source>Smoothed value, with a factor for the level and one for the trend.</source>
        <translation>Smoothed value, with a factor for the level and one for the trend.</translation>
    </message>
    <message>
        <source>End of the query&apos;s range, in seconds.</source>
        <translation>End of the query&apos;s range, in seconds.</translation>
    </message>
    <message>
        <source>e to the power of the value.</source>
        <translation>e to the power of the value.</translation>
    </message>
    <message>
        <source>Oldest sample in the range.</source>
        <translation>Oldest sample in the range.</translation>
    </message>
    <message>
        <source>Rounded down to an integer.</source>
        <translation>Rounded down to an integer.</translation>
    </message>
    <message>
        <source>1 for each group.</source>
        <translation>1 for each group.</translation>
    </message>
    <message>
        <source>Many elements of the left side match one of the right.</source>
        <translation>Many elements of the left side match one of the right.</translation>
    </message>
    <message>
        <source>Many elements of the right side match one of the left.</source>
        <translation>Many elements of the right side match one of the left.</translation>
    </message>
    <message>
        <source>Average observation of native histograms.</source>
        <translation>Average observation of native histograms.</translation>
    </message>
    <message>
        <source>Number of observations of native histograms.</source>
        <translation>Number of observations of native histograms.</translation>
    </message>
    <message>
        <source>Share of the observations between two values.</source>
        <translation>Share of the observations between two values.</translation>
    </message>
    <message>
        <source>Quantile of histograms, by interpolation in their buckets.</source>
        <translation>Quantile of histograms, by interpolation in their buckets.</translation>
    </message>
    <message>
        <source>Several quantiles of histograms, each under a label.</source>
        <translation>Several quantiles of histograms, each under a label.</translation>
    </message>
    <message>
        <source>Standard deviation of native histograms.</source>
        <translation>Standard deviation of native histograms.</translation>
    </message>
    <message>
        <source>Variance of native histograms.</source>
        <translation>Variance of native histograms.</translation>
    </message>
    <message>
        <source>Sum of the observations of native histograms.</source>
        <translation>Sum of the observations of native histograms.</translation>
    </message>
    <message>
        <source>Hour of a time, 0 to 23, in UTC.</source>
        <translation>Hour of a time, 0 to 23, in UTC.</translation>
    </message>
    <message>
        <source>Difference of the last two samples of a gauge.</source>
        <translation>Difference of the last two samples of a gauge.</translation>
    </message>
    <message>
        <source>Matches on all labels but these.</source>
        <translation>Matches on all labels but these.</translation>
    </message>
    <message>
        <source>Increase of a counter over the range, extrapolated to its edges.</source>
        <translation>Increase of a counter over the range, extrapolated to its edges.</translation>
    </message>
    <message>
        <source>Adds the labels of matching info series, such as target_info.</source>
        <translation>Adds the labels of matching info series, such as target_info.</translation>
    </message>
    <message>
        <source>Increase per second of a counter, from its last two samples.</source>
        <translation>Increase per second of a counter, from its last two samples.</translation>
    </message>
    <message>
        <source>Joins labels with a separator into a new one.</source>
        <translation>Joins labels with a separator into a new one.</translation>
    </message>
    <message>
        <source>Sets a label from another by a regular expression.</source>
        <translation>Sets a label from another by a regular expression.</translation>
    </message>
    <message>
        <source>Newest sample in the range.</source>
        <translation>Newest sample in the range.</translation>
    </message>
    <message>
        <source>A share of the elements, always the same ones.</source>
        <translation>A share of the elements, always the same ones.</translation>
    </message>
    <message>
        <source>Any k elements of each group.</source>
        <translation>Any k elements of each group.</translation>
    </message>
    <message>
        <source>Natural logarithm.</source>
        <translation>Natural logarithm.</translation>
    </message>
    <message>
        <source>Decimal logarithm.</source>
        <translation>Decimal logarithm.</translation>
    </message>
    <message>
        <source>Binary logarithm.</source>
        <translation>Binary logarithm.</translation>
    </message>
    <message>
        <source>Median absolute deviation of the samples in the range.</source>
        <translation>Median absolute deviation of the samples in the range.</translation>
    </message>
    <message>
        <source>Largest value of each group.</source>
        <translation>Largest value of each group.</translation>
    </message>
    <message>
        <source>Largest sample in the range.</source>
        <translation>Largest sample in the range.</translation>
    </message>
    <message>
        <source>Smallest value of each group.</source>
        <translation>Smallest value of each group.</translation>
    </message>
    <message>
        <source>Smallest sample in the range.</source>
        <translation>Smallest sample in the range.</translation>
    </message>
    <message>
        <source>Minute of a time, 0 to 59, in UTC.</source>
        <translation>Minute of a time, 0 to 59, in UTC.</translation>
    </message>
    <message>
        <source>Month of a time, 1 to 12, in UTC.</source>
        <translation>Month of a time, 1 to 12, in UTC.</translation>
    </message>
    <message>
        <source>Looks that much earlier.</source>
        <translation>Looks that much earlier.</translation>
    </message>
    <message>
        <source>Matches on these labels only.</source>
        <translation>Matches on these labels only.</translation>
    </message>
    <message>
        <source>Elements of the left side, and those of the right that have no partner there.</source>
        <translation>Elements of the left side, and those of the right that have no partner there.</translation>
    </message>
    <message>
        <source>The number pi.</source>
        <translation>The number pi.</translation>
    </message>
    <message>
        <source>Value of a gauge in so many seconds, by least squares.</source>
        <translation>Value of a gauge in so many seconds, by least squares.</translation>
    </message>
    <message>
        <source>1 for each series with a sample in the range.</source>
        <translation>1 for each series with a sample in the range.</translation>
    </message>
    <message>
        <source>Quantile of each group.</source>
        <translation>Quantile of each group.</translation>
    </message>
    <message>
        <source>Quantile of the samples in the range.</source>
        <translation>Quantile of the samples in the range.</translation>
    </message>
    <message>
        <source>Degrees as radians.</source>
        <translation>Degrees as radians.</translation>
    </message>
    <message>
        <source>Length of the query&apos;s range, in seconds.</source>
        <translation>Length of the query&apos;s range, in seconds.</translation>
    </message>
    <message>
        <source>Increase per second of a counter over the range, resets taken into account.</source>
        <translation>Increase per second of a counter over the range, resets taken into account.</translation>
    </message>
    <message>
        <source>How often a counter was reset in the range.</source>
        <translation>How often a counter was reset in the range.</translation>
    </message>
    <message>
        <source>Rounded to the nearest multiple, 1 where none is given.</source>
        <translation>Rounded to the nearest multiple, 1 where none is given.</translation>
    </message>
    <message>
        <source>The only element of a vector as a number, NaN where there is none or more.</source>
        <translation>The only element of a vector as a number, NaN where there is none or more.</translation>
    </message>
    <message>
        <source>Sign: 1, 0 or -1.</source>
        <translation>Sign: 1, 0 or -1.</translation>
    </message>
    <message>
        <source>Sine of radians.</source>
        <translation>Sine of radians.</translation>
    </message>
    <message>
        <source>Hyperbolic sine.</source>
        <translation>Hyperbolic sine.</translation>
    </message>
    <message>
        <source>Elements by value, smallest first.</source>
        <translation>Elements by value, smallest first.</translation>
    </message>
    <message>
        <source>Elements by these labels.</source>
        <translation>Elements by these labels.</translation>
    </message>
    <message>
        <source>Elements by these labels, in reverse.</source>
        <translation>Elements by these labels, in reverse.</translation>
    </message>
    <message>
        <source>Elements by value, largest first.</source>
        <translation>Elements by value, largest first.</translation>
    </message>
    <message>
        <source>Square root.</source>
        <translation>Square root.</translation>
    </message>
    <message>
        <source>Start of the query&apos;s range, in seconds.</source>
        <translation>Start of the query&apos;s range, in seconds.</translation>
    </message>
    <message>
        <source>Standard deviation of each group.</source>
        <translation>Standard deviation of each group.</translation>
    </message>
    <message>
        <source>Standard deviation of the samples in the range.</source>
        <translation>Standard deviation of the samples in the range.</translation>
    </message>
    <message>
        <source>Variance of each group.</source>
        <translation>Variance of each group.</translation>
    </message>
    <message>
        <source>Variance of the samples in the range.</source>
        <translation>Variance of the samples in the range.</translation>
    </message>
    <message>
        <source>Step of the query, in seconds.</source>
        <translation>Step of the query, in seconds.</translation>
    </message>
    <message>
        <source>Sum of each group.</source>
        <translation>Sum of each group.</translation>
    </message>
    <message>
        <source>Sum of the samples in the range.</source>
        <translation>Sum of the samples in the range.</translation>
    </message>
    <message>
        <source>Tangent of radians.</source>
        <translation>Tangent of radians.</translation>
    </message>
    <message>
        <source>Hyperbolic tangent.</source>
        <translation>Hyperbolic tangent.</translation>
    </message>
    <message>
        <source>Time of the evaluation, in seconds.</source>
        <translation>Time of the evaluation, in seconds.</translation>
    </message>
    <message>
        <source>Time of each sample, in seconds.</source>
        <translation>Time of each sample, in seconds.</translation>
    </message>
    <message>
        <source>The k largest elements of each group, with their labels.</source>
        <translation>The k largest elements of each group, with their labels.</translation>
    </message>
    <message>
        <source>Time of the oldest sample in the range.</source>
        <translation>Time of the oldest sample in the range.</translation>
    </message>
    <message>
        <source>Time of the newest sample in the range.</source>
        <translation>Time of the newest sample in the range.</translation>
    </message>
    <message>
        <source>Time of the largest sample in the range.</source>
        <translation>Time of the largest sample in the range.</translation>
    </message>
    <message>
        <source>Time of the smallest sample in the range.</source>
        <translation>Time of the smallest sample in the range.</translation>
    </message>
    <message>
        <source>Elements of the left side that have no partner on the right.</source>
        <translation>Elements of the left side that have no partner on the right.</translation>
    </message>
    <message>
        <source>A number as a vector of one element without labels.</source>
        <translation>A number as a vector of one element without labels.</translation>
    </message>
    <message>
        <source>Groups by all labels but these.</source>
        <translation>Groups by all labels but these.</translation>
    </message>
    <message>
        <source>Year of a time, in UTC.</source>
        <translation>Year of a time, in UTC.</translation>
    </message>
</context>
<context>
    <name>std</name>
    <message>
        <source>&quot;%1&quot; may only have small letters, digits and _</source>
        <translation>&quot;%1&quot; may only have small letters, digits and _</translation>
    </message>
</context>
</TS>
