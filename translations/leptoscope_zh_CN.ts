<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlertWords</name>
    <message>
        <source>alert without a name</source>
        <translation>无名告警</translation>
    </message>
    <message>
        <source>no severity</source>
        <translation>无严重级别</translation>
    </message>
    <message>
        <source>Not notified</source>
        <translation>未通知</translation>
    </message>
    <message>
        <source>Not routed yet</source>
        <translation>尚未路由</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>已静默</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已屏蔽</translation>
    </message>
    <message>
        <source>Inhibited</source>
        <translation>已抑制</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
</context>
<context>
    <name>Alertmanager</name>
    <message>
        <source>the answer is a web page instead of JSON; check the path of the address</source>
        <translation>响应是网页而不是 JSON；请检查地址的路径</translation>
    </message>
    <message>
        <source>the answer is broken JSON at byte %1</source>
        <translation>响应的 JSON 在第 %1 字节处损坏</translation>
    </message>
    <message>
        <source>Alertmanager refuses this: %1</source>
        <translation>Alertmanager 拒绝：%1</translation>
    </message>
</context>
<context>
    <name>AnchorFile</name>
    <message>
        <source>there is no anchor file</source>
        <translation>没有锚文件</translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation>文本不是 UTF-8</translation>
    </message>
</context>
<context>
    <name>AttentionModel</name>
    <message>
        <source>exp. %1</source>
        <translation>预期 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
</context>
<context>
    <name>AuditLog</name>
    <message>
        <source>the text is not an audit entry</source>
        <translation>文本不是审计条目</translation>
    </message>
</context>
<context>
    <name>AuditProof</name>
    <message>
        <source>the text is not a proof of an audit entry</source>
        <translation>文本不是审计条目的证明</translation>
    </message>
    <message>
        <source>the entry does not belong to the signed head</source>
        <translation>该条目不属于已签名的链头</translation>
    </message>
</context>
<context>
    <name>Bundle</name>
    <message>
        <source>the bundle has no manifest</source>
        <translation>事故包没有清单</translation>
    </message>
    <message>
        <source>document %1 of the bundle cannot be read</source>
        <translation>无法读取事故包的第 %1 个文档</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>the bundle cannot be written: the disk is full</source>
        <translation>无法写入事故包：磁盘已满</translation>
    </message>
    <message>
        <source>the file does not exist</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>the file is not a bundle</source>
        <translation>该文件不是事故包</translation>
    </message>
    <message>
        <source>the bundle was cut short</source>
        <translation>事故包不完整</translation>
    </message>
    <message>
        <source>the bundle has no seal at its end: it was cut short or never finished</source>
        <translation>事故包末尾没有封印：文件被截断或未写完</translation>
    </message>
    <message>
        <source>the bundle was changed after it was made</source>
        <translation>事故包在生成后被改动</translation>
    </message>
    <message>
        <source>the bundle is already finished</source>
        <translation>事故包已完成</translation>
    </message>
    <message>
        <source>the bundle cannot be put in place</source>
        <translation>无法放置事故包</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>is not a time; milliseconds, seconds or RFC 3339 are</source>
        <translation>不是时间；可用毫秒、秒或 RFC 3339</translation>
    </message>
    <message>
        <source>lies outside the years 1970 to 9999</source>
        <translation>不在 1970 年到 9999 年之间</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>引号没有闭合</translation>
    </message>
    <message>
        <source>there is text behind a closed quote</source>
        <translation>闭合的引号之后还有文字</translation>
    </message>
    <message>
        <source>the line is longer than %1 KiB</source>
        <translation>该行超过 %1 KiB</translation>
    </message>
    <message>
        <source>no JSON: %1</source>
        <translation>不是 JSON：%1</translation>
    </message>
    <message>
        <source>time is missing</source>
        <translation>缺少 time</translation>
    </message>
    <message>
        <source>neither a JSON object nor a CSV header with the columns time and title</source>
        <translation>既不是 JSON 对象，也不是带有 time 和 title 列的 CSV 表头</translation>
    </message>
    <message>
        <source>%1 fields instead of %2</source>
        <translation>有 %1 个字段，应为 %2 个</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>the field %1 is missing</source>
        <translation>缺少字段 %1</translation>
    </message>
    <message>
        <source>only deployment events are taken, this is %1</source>
        <translation>只接收部署事件，这是 %1</translation>
    </message>
    <message>
        <source>body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>more than %1 changes at once</source>
        <translation>一次超过 %1 个变更</translation>
    </message>
    <message>
        <source>a change must be a JSON object</source>
        <translation>变更必须是 JSON 对象</translation>
    </message>
    <message>
        <source>no JSON: %1 at byte %2</source>
        <translation>不是 JSON：%1，位于第 %2 字节</translation>
    </message>
</context>
<context>
    <name>ChangeMarks</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more here</source>
        <translation>
            <numerusform>此处还有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartDrafter</name>
    <message numerus="yes">
        <source>log axis, %n values of 0 or below have no place on it</source>
        <translation>
            <numerusform>对数轴，%n 个小于等于 0 的值无法显示</numerusform>
        </translation>
    </message>
    <message>
        <source>log axis</source>
        <translation>对数轴</translation>
    </message>
    <message>
        <source>% of each series&apos; first visible value; a series of zeros has none</source>
        <translation>占各序列首个可见值的百分比；全为零的序列没有该值</translation>
    </message>
    <message>
        <source>% of each series&apos; first visible value</source>
        <translation>占各序列首个可见值的百分比</translation>
    </message>
    <message>
        <source>stacked, % of the sum; last value of each column</source>
        <translation>堆叠，占总和的百分比；取每列的最后一个值</translation>
    </message>
    <message>
        <source>stacked, last value of each column</source>
        <translation>堆叠，取每列的最后一个值</translation>
    </message>
    <message>
        <source>stacked, last value of each column; a stack has no log axis</source>
        <translation>堆叠，取每列的最后一个值；堆叠图没有对数轴</translation>
    </message>
    <message>
        <source>heat map of the buckets, last value of each cell</source>
        <translation>直方图各桶的热力图，取每格的最后一个值</translation>
    </message>
    <message>
        <source>heat map, greatest value of each cell</source>
        <translation>热力图，取每格的最大值</translation>
    </message>
    <message>
        <source>%1, % of the sum</source>
        <translation>%1，占总和的百分比</translation>
    </message>
    <message>
        <source>%1, log colours</source>
        <translation>%1，对数色阶</translation>
    </message>
</context>
<context>
    <name>ChartMenu</name>
    <message>
        <source>Values</source>
        <translation>数值轴</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>From zero</source>
        <translation>从零开始</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Percent of the first visible value</source>
        <translation>占首个可见值的百分比</translation>
    </message>
    <message>
        <source>Percent of the sum</source>
        <translation>占总和的百分比</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>绘制方式</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Stacked areas</source>
        <translation>堆叠面积</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>前一周</translation>
    </message>
    <message>
        <source>Copy values as CSV</source>
        <translation>复制数值（CSV）</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>复制为 PNG</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>复制为 SVG</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Legend table</source>
        <translation>图例表</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Default range</source>
        <translation>默认范围</translation>
    </message>
</context>
<context>
    <name>Checkpoint</name>
    <message>
        <source>the text is not a signed head of an audit log</source>
        <translation>文本不是审计日志的签名链头</translation>
    </message>
    <message>
        <source>the head was signed with another key</source>
        <translation>链头由另一把密钥签名</translation>
    </message>
    <message>
        <source>the signature of the head does not match</source>
        <translation>链头的签名不符</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>a comparison is written like &quot;&lt; 0.5&quot;</source>
        <translation>比较式应写成 &quot;&lt; 0.5&quot;</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>dashboard</source>
        <translation>仪表板</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>the file is larger than %1 MiB</source>
        <translation>文件超过 %1 MiB</translation>
    </message>
    <message>
        <source>no JSON: %1 at byte %2</source>
        <translation>不是 JSON：%1，位于第 %2 字节</translation>
    </message>
    <message>
        <source>the dashboard is in the resource model V2, which is not read yet; export it as classic JSON</source>
        <translation>该仪表板是资源模型 V2，尚不支持读取；请导出为经典 JSON</translation>
    </message>
    <message>
        <source>the JSON is not a dashboard: it has neither panels nor rows</source>
        <translation>该 JSON 不是仪表板：既没有 panels 也没有 rows</translation>
    </message>
</context>
<context>
    <name>Edge</name>
    <message>
        <source>the length of a message cannot be right</source>
        <translation>消息长度不正确</translation>
    </message>
    <message>
        <source>the checksum of a message is wrong</source>
        <translation>消息校验和错误</translation>
    </message>
    <message>
        <source>a message cannot be unpacked</source>
        <translation>消息无法解压</translation>
    </message>
    <message>
        <source>it speaks version %1 of the protocol, this program speaks version %2</source>
        <translation>对方使用协议版本 %1，本程序使用版本 %2</translation>
    </message>
    <message>
        <source>what answers is not a relay of this program</source>
        <translation>应答方不是本程序的中继</translation>
    </message>
    <message>
        <source>the folder cannot be written</source>
        <translation>文件夹无法写入</translation>
    </message>
    <message>
        <source>it is not a spool of this version</source>
        <translation>不是此版本的缓存目录</translation>
    </message>
    <message>
        <source>the disk is full; samples are dropped</source>
        <translation>磁盘已满；样本被丢弃</translation>
    </message>
    <message>
        <source>the spool cannot be written; samples are dropped</source>
        <translation>缓存无法写入；样本被丢弃</translation>
    </message>
</context>
<context>
    <name>EdgeAddress</name>
    <message>
        <source>the address of an edge is ssh://user@host</source>
        <translation>边缘节点的地址形如 ssh://user@host</translation>
    </message>
    <message>
        <source>an edge is reached with a key, no password belongs into the address</source>
        <translation>边缘节点使用密钥登录，地址中不应包含密码</translation>
    </message>
    <message>
        <source>the name of the host has characters that no host has</source>
        <translation>主机名含有不允许的字符</translation>
    </message>
    <message>
        <source>the name of the user has characters that no user has</source>
        <translation>用户名含有不允许的字符</translation>
    </message>
    <message>
        <source>only ?program=/path is known behind the address</source>
        <translation>地址后只允许 ?program=/path</translation>
    </message>
    <message>
        <source>a path may have letters, digits and _ . / + @ - only</source>
        <translation>路径只能包含字母、数字和 _ . / + @ -</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>the data folder is not open</source>
        <translation>数据文件夹未打开</translation>
    </message>
</context>
<context>
    <name>FileVault</name>
    <message>
        <source>secrets cannot be written: %1</source>
        <translation>无法写入密钥：%1</translation>
    </message>
    <message>
        <source>libsodium does not start</source>
        <translation>libsodium 无法启动</translation>
    </message>
    <message>
        <source>the key of the secrets cannot be read: %1</source>
        <translation>无法读取密钥文件的钥匙：%1</translation>
    </message>
    <message>
        <source>the key of the secrets is open to other users; set its mode to 0600</source>
        <translation>密钥文件的钥匙对其他用户开放；请将其权限设为 0600</translation>
    </message>
    <message>
        <source>the key of the secrets has the wrong length</source>
        <translation>密钥文件的钥匙长度不对</translation>
    </message>
    <message>
        <source>secrets cannot be read: %1</source>
        <translation>无法读取密钥：%1</translation>
    </message>
    <message>
        <source>this is not a file of secrets</source>
        <translation>这不是密钥文件</translation>
    </message>
    <message>
        <source>the secrets do not open with their key; the file was changed or the key replaced</source>
        <translation>密钥文件无法用其钥匙打开；文件被更改或钥匙被替换</translation>
    </message>
    <message>
        <source>no secret of this name is stored</source>
        <translation>没有保存过这个名称的密钥</translation>
    </message>
    <message>
        <source>another program is writing the secrets</source>
        <translation>另一个程序正在写入密钥</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>a number has no end</source>
        <translation>数字没有结尾</translation>
    </message>
    <message>
        <source>the data ends early, or a length in it lies</source>
        <translation>数据提前结束，或其中的长度有误</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>the file became shorter while it was read</source>
        <translation>文件在读取过程中变短了</translation>
    </message>
    <message>
        <source>the checksum does not match</source>
        <translation>校验和不符</translation>
    </message>
    <message>
        <source>at byte %1: %2</source>
        <translation>在第 %1 字节：%2</translation>
    </message>
    <message>
        <source>the chunk cannot be decoded</source>
        <translation>数据块无法解码</translation>
    </message>
    <message>
        <source>the chunk is of an encoding that this program does not know</source>
        <translation>数据块的编码方式不被本程序支持</translation>
    </message>
    <message>
        <source>the import was stopped</source>
        <translation>导入已停止</translation>
    </message>
    <message>
        <source>these are no tombstones</source>
        <translation>这不是删除标记文件</translation>
    </message>
    <message>
        <source>the format is a version that this program does not know</source>
        <translation>格式版本不被本程序支持</translation>
    </message>
    <message>
        <source>the file is far too large to be what it says</source>
        <translation>文件过大，与其声称的内容不符</translation>
    </message>
    <message>
        <source>this does not describe a block</source>
        <translation>这不是存储块的描述</translation>
    </message>
    <message>
        <source>the chunks of the block are not there</source>
        <translation>存储块的数据文件缺失</translation>
    </message>
    <message>
        <source>these are no chunks</source>
        <translation>这不是数据块文件</translation>
    </message>
    <message>
        <source>a chunk cannot lie here</source>
        <translation>此处不可能有数据块</translation>
    </message>
    <message>
        <source>the times of a chunk run backwards</source>
        <translation>数据块的时间倒退</translation>
    </message>
    <message>
        <source>this is no index of a block</source>
        <translation>这不是存储块的索引</translation>
    </message>
    <message>
        <source>the table of contents points outside the file</source>
        <translation>目录指向文件之外</translation>
    </message>
    <message>
        <source>the symbols are more than their section holds</source>
        <translation>符号数量超出其所在区段</translation>
    </message>
    <message>
        <source>a series names a symbol that is not there</source>
        <translation>序列引用了不存在的符号</translation>
    </message>
    <message>
        <source>the series are not in order</source>
        <translation>序列顺序错乱</translation>
    </message>
    <message>
        <source>an offset table has an entry of another kind</source>
        <translation>偏移表中有其他类型的条目</translation>
    </message>
    <message>
        <source>the last record is cut</source>
        <translation>最后一条记录不完整</translation>
    </message>
    <message>
        <source>the rest of the page is not empty</source>
        <translation>页的剩余部分不为空</translation>
    </message>
    <message>
        <source>the parts of a record do not fit together</source>
        <translation>记录的各部分不匹配</translation>
    </message>
    <message>
        <source>a record is far too large</source>
        <translation>记录过大</translation>
    </message>
    <message>
        <source>a packed record is broken</source>
        <translation>压缩记录已损坏</translation>
    </message>
    <message>
        <source>the row is longer than 1 MiB</source>
        <translation>该行超过 1 MiB</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>引号未闭合</translation>
    </message>
    <message>
        <source>there is text behind a closing quote</source>
        <translation>右引号之后还有文字</translation>
    </message>
    <message>
        <source>is packed (gzip); unpack it first</source>
        <translation>是压缩文件（gzip）；请先解压</translation>
    </message>
    <message>
        <source>is packed (zstd); unpack it first</source>
        <translation>是压缩文件（zstd）；请先解压</translation>
    </message>
    <message>
        <source>is packed or a spreadsheet (zip); unpack it, or save it as CSV</source>
        <translation>是压缩文件或电子表格（zip）；请先解压，或另存为 CSV</translation>
    </message>
    <message>
        <source>is a database; a bundle is opened with: bundle open</source>
        <translation>是数据库；事件包请用 bundle open 打开</translation>
    </message>
    <message>
        <source>is the index of a block; name the block&apos;s folder</source>
        <translation>是存储块的索引；请指定存储块所在的文件夹</translation>
    </message>
    <message>
        <source>holds chunks of a block; name the block&apos;s folder</source>
        <translation>是存储块的数据文件；请指定存储块所在的文件夹</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>是空文件</translation>
    </message>
    <message>
        <source>is no text, and no storage of Prometheus</source>
        <translation>既不是文本，也不是 Prometheus 的存储</translation>
    </message>
    <message>
        <source>holds no blocks and no write-ahead log</source>
        <translation>其中没有存储块，也没有预写日志</translation>
    </message>
    <message>
        <source>the export was stopped</source>
        <translation>导出已停止</translation>
    </message>
</context>
<context>
    <name>GoPattern</name>
    <message>
        <source>the regular expression is longer than 16 KiB</source>
        <translation>正则表达式超过 16 KiB</translation>
    </message>
    <message>
        <source>the regular expression is not valid: %1</source>
        <translation>正则表达式无效：%1</translation>
    </message>
    <message>
        <source>missing closing )</source>
        <translation>缺少右括号 )</translation>
    </message>
    <message>
        <source>unknown construct after (?</source>
        <translation>(? 之后的写法未知</translation>
    </message>
    <message>
        <source>bad name of a group</source>
        <translation>分组名称无效</translation>
    </message>
    <message>
        <source>unexpected )</source>
        <translation>多余的 )</translation>
    </message>
    <message>
        <source>nothing to repeat before a repetition</source>
        <translation>重复符号之前没有可重复的内容</translation>
    </message>
    <message>
        <source>one repetition after another</source>
        <translation>重复符号连用</translation>
    </message>
    <message>
        <source>bad number of repetitions</source>
        <translation>重复次数无效</translation>
    </message>
    <message>
        <source>a backslash at the end</source>
        <translation>以反斜杠结尾</translation>
    </message>
    <message>
        <source>bad name of a character class</source>
        <translation>字符类名称无效</translation>
    </message>
    <message>
        <source>unknown escape sequence</source>
        <translation>未知的转义序列</translation>
    </message>
    <message>
        <source>missing closing ]</source>
        <translation>缺少右括号 ]</translation>
    </message>
    <message>
        <source>unknown character class</source>
        <translation>未知的字符类</translation>
    </message>
    <message>
        <source>a range of characters runs backwards</source>
        <translation>字符范围前后颠倒</translation>
    </message>
</context>
<context>
    <name>Grafana</name>
    <message>
        <source>Grafana does not accept the token or password (401)</source>
        <translation>Grafana 不接受该令牌或密码（401）</translation>
    </message>
    <message>
        <source>the token&apos;s role may not do this in Grafana (403)</source>
        <translation>该令牌的角色在 Grafana 中无权这样做（403）</translation>
    </message>
    <message>
        <source>Grafana knows no such thing (404); check the path of the address</source>
        <translation>Grafana 没有这个对象（404）；请检查地址中的路径</translation>
    </message>
    <message>
        <source>an annotation has no number or no time</source>
        <translation>有注释缺少编号或时间</translation>
    </message>
    <message>
        <source>annotation %1</source>
        <translation>注释 %1</translation>
    </message>
    <message>
        <source>the answer is no JSON, this is not Grafana&apos;s API; check the path of the address</source>
        <translation>应答不是 JSON，这不是 Grafana 的 API；请检查地址中的路径</translation>
    </message>
    <message>
        <source>the answer is no list of annotations</source>
        <translation>应答不是注释列表</translation>
    </message>
    <message>
        <source>the answer names no annotation</source>
        <translation>应答没有给出注释编号</translation>
    </message>
    <message>
        <source>the answer holds no dashboard</source>
        <translation>应答中没有仪表板</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>No service is watched yet</source>
        <translation>尚未监视任何服务</translation>
    </message>
    <message>
        <source>%1 is critical</source>
        <translation>%1 处于严重状态</translation>
    </message>
    <message>
        <source>%1 is critical since %2</source>
        <translation>%1 自 %2 起处于严重状态</translation>
    </message>
    <message>
        <source>%1 is off target</source>
        <translation>%1 未达目标</translation>
    </message>
    <message>
        <source>%1 is off target since %2</source>
        <translation>%1 自 %2 起未达目标</translation>
    </message>
    <message numerus="yes">
        <source>%n services are silent</source>
        <translation>
            <numerusform>%n 个服务没有数据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n services are healthy</source>
        <translation>
            <numerusform>全部 %n 个服务均正常</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>the data folder cannot be written</source>
        <translation>数据文件夹不可写</translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>the file of certificate authorities has no certificate in it</source>
        <translation>CA 文件中没有证书</translation>
    </message>
    <message>
        <source>the client certificate cannot be read</source>
        <translation>无法读取客户端证书</translation>
    </message>
    <message>
        <source>the key of the client certificate cannot be read</source>
        <translation>无法读取客户端证书的密钥</translation>
    </message>
    <message>
        <source>the server does not speak TLS on this port; try http://</source>
        <translation>服务器在此端口不使用 TLS；请尝试 http://</translation>
    </message>
    <message>
        <source>TLS failed: the server offers no TLS 1.2 or newer</source>
        <translation>TLS 失败：服务器不提供 TLS 1.2 或更新版本</translation>
    </message>
    <message>
        <source>TLS failed: %1</source>
        <translation>TLS 失败：%1</translation>
    </message>
    <message>
        <source>the server serves several tenants; set the header X-Scope-OrgID (401)</source>
        <translation>服务器服务于多个租户；请设置请求头 X-Scope-OrgID（401）</translation>
    </message>
    <message>
        <source>the server asks for a valid user name, password or token (401)</source>
        <translation>服务器要求有效的用户名、密码或令牌（401）</translation>
    </message>
    <message>
        <source>the server does not allow this (403)</source>
        <translation>服务器不允许此操作（403）</translation>
    </message>
    <message>
        <source>the server has no such page (404); check the path of the address</source>
        <translation>服务器没有这个页面（404）；请检查地址中的路径</translation>
    </message>
    <message>
        <source>the server does not allow this method (405)</source>
        <translation>服务器不允许此方法（405）</translation>
    </message>
    <message>
        <source>the server asks to slow down (429)</source>
        <translation>服务器要求放慢速度（429）</translation>
    </message>
    <message>
        <source>the server is not ready (503)</source>
        <translation>服务器尚未就绪（503）</translation>
    </message>
    <message>
        <source>the server sends us to %1, which is not followed; enter that address if it is right</source>
        <translation>服务器转向 %1，控制台不会跟随；如果地址正确，请直接填写它</translation>
    </message>
    <message>
        <source>the server answers %1</source>
        <translation>服务器应答 %1</translation>
    </message>
    <message>
        <source>no answer within %1 seconds</source>
        <translation>%1 秒内没有应答</translation>
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
        <translation>应答大于 %1</translation>
    </message>
    <message>
        <source>connection refused, nothing listens on this port</source>
        <translation>连接被拒绝，该端口没有程序在监听</translation>
    </message>
    <message>
        <source>the host name is not known</source>
        <translation>主机名未知</translation>
    </message>
    <message>
        <source>the server closed the connection before its answer was complete</source>
        <translation>服务器在应答完成之前关闭了连接</translation>
    </message>
    <message>
        <source>the host does not answer</source>
        <translation>主机没有应答</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation>应答不是 HTTP</translation>
    </message>
</context>
<context>
    <name>IncidentStore</name>
    <message>
        <source>there is no such incident</source>
        <translation>没有此事故</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Find anything, run any command</source>
        <translation>查找任何内容，运行任何命令</translation>
    </message>
    <message>
        <source>Filter the list in front of you</source>
        <translation>筛选眼前的列表</translation>
    </message>
    <message>
        <source>All keys of this page</source>
        <translation>本页的全部按键</translation>
    </message>
    <message>
        <source>Back in time by half a range</source>
        <translation>时间后退半个范围</translation>
    </message>
    <message>
        <source>Forward in time by half a range</source>
        <translation>时间前进半个范围</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Default range</source>
        <translation>默认范围</translation>
    </message>
    <message>
        <source>Live or paused</source>
        <translation>实时或暂停</translation>
    </message>
    <message>
        <source>UTC or local time</source>
        <translation>UTC 或本地时间</translation>
    </message>
    <message>
        <source>Earlier range</source>
        <translation>较早的范围</translation>
    </message>
    <message>
        <source>Later range</source>
        <translation>较晚的范围</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>Arm or disarm write mode</source>
        <translation>启用或停用写入模式</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>停止所有操作</translation>
    </message>
    <message>
        <source>One press only</source>
        <translation>只能按一次</translation>
    </message>
    <message>
        <source>A single key may not do this</source>
        <translation>单个按键不能执行此操作</translation>
    </message>
    <message>
        <source>Taken by: %1</source>
        <translation>已被占用：%1</translation>
    </message>
    <message>
        <source>Taken by the pages</source>
        <translation>已被页面占用</translation>
    </message>
    <message>
        <source>Messages of this run</source>
        <translation>本次运行的消息</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>panels of the type %1 are not drawn here</source>
        <translation>这里不绘制 %1 类型的面板</translation>
    </message>
    <message>
        <source>it lies in Grafana&apos;s library (%1), the dashboard has only a link</source>
        <translation>它位于 Grafana 的面板库（%1）中，仪表板只有链接</translation>
    </message>
    <message>
        <source>its data source is %1, not Prometheus</source>
        <translation>其数据源是 %1，不是 Prometheus</translation>
    </message>
    <message>
        <source>it has no query</source>
        <translation>没有查询</translation>
    </message>
    <message>
        <source>a query is not PromQL: %1</source>
        <translation>有查询不是 PromQL：%1</translation>
    </message>
    <message>
        <source>variables of the type %1 are not known here</source>
        <translation>这里不认识 %1 类型的变量</translation>
    </message>
    <message>
        <source>it is shown once, not repeated for each value of %1</source>
        <translation>只显示一次，不按 %1 的每个值重复</translation>
    </message>
    <message>
        <source>transformations are left out: %1</source>
        <translation>略去了转换：%1</translation>
    </message>
    <message>
        <source>the unit %1 is shown as it is</source>
        <translation>单位 %1 原样显示</translation>
    </message>
    <message>
        <source>the dashboard has more than %1 of them; the rest is left out</source>
        <translation>仪表板中超过 %1 个；其余略去</translation>
    </message>
</context>
<context>
    <name>Logs</name>
    <message>
        <source>is no regular file and is not read</source>
        <translation>不是普通文件，不予读取</translation>
    </message>
    <message>
        <source>is packed with gzip and is not read</source>
        <translation>是 gzip 压缩文件，不予读取</translation>
    </message>
    <message>
        <source>the file holds no logs of the console</source>
        <translation>该文件不是本控制台的日志库</translation>
    </message>
    <message>
        <source>the file was written by a newer version of the console</source>
        <translation>该文件由更新版本的控制台写入</translation>
    </message>
    <message>
        <source>the regular expression is longer than 16 KiB</source>
        <translation>正则表达式超过 16 KiB</translation>
    </message>
    <message>
        <source>the regular expression is wrong: %1</source>
        <translation>正则表达式有误：%1</translation>
    </message>
    <message>
        <source>the logs are open for reading only</source>
        <translation>日志库仅以只读方式打开</translation>
    </message>
    <message>
        <source>no logs have been kept yet</source>
        <translation>尚未保存任何日志</translation>
    </message>
    <message>
        <source>a line of the answer has no time</source>
        <translation>应答中有一行没有时间</translation>
    </message>
    <message>
        <source>the answer is no JSON of Loki</source>
        <translation>应答不是 Loki 的 JSON</translation>
    </message>
    <message>
        <source>the answer does not say success</source>
        <translation>应答未表示成功</translation>
    </message>
    <message>
        <source>the query asks for numbers, not for lines; a selector such as {app=&quot;shop&quot;} is needed</source>
        <translation>该查询要的是数值而不是日志行；需要形如 {app=&quot;shop&quot;} 的选择器</translation>
    </message>
    <message>
        <source>the server wants to know the tenant; give the header X-Scope-OrgID</source>
        <translation>服务器要求指明租户；请设置请求头 X-Scope-OrgID</translation>
    </message>
    <message>
        <source>no file matches</source>
        <translation>没有匹配的文件</translation>
    </message>
    <message>
        <source>%1 was truncated and is read from its begin</source>
        <translation>%1 被截断，已从头读取</translation>
    </message>
</context>
<context>
    <name>MatcherParser</name>
    <message>
        <source>more than %1 matchers</source>
        <translation>匹配条件超过 %1 个</translation>
    </message>
    <message>
        <source>a comma is missing between two matchers</source>
        <translation>两个匹配条件之间缺少逗号</translation>
    </message>
    <message>
        <source>the closing brace is missing</source>
        <translation>缺少右花括号</translation>
    </message>
    <message>
        <source>something follows the closing brace</source>
        <translation>右花括号之后还有内容</translation>
    </message>
    <message>
        <source>there is no matcher</source>
        <translation>没有匹配条件</translation>
    </message>
    <message>
        <source>the name of a label is missing</source>
        <translation>缺少标签名</translation>
    </message>
    <message>
        <source>the name %1 must stand in double quotes</source>
        <translation>名称 %1 必须放在双引号内</translation>
    </message>
    <message>
        <source>one of =, !=, =~ and !~ must follow the name of the label</source>
        <translation>标签名之后必须是 =、!=、=~ 或 !~</translation>
    </message>
    <message>
        <source>the closing quotation mark is missing</source>
        <translation>缺少右引号</translation>
    </message>
    <message>
        <source>a quotation mark inside a value that does not begin with one</source>
        <translation>值不以引号开头，其中却有引号</translation>
    </message>
    <message>
        <source>character %1: %2</source>
        <translation>第 %1 个字符：%2</translation>
    </message>
    <message>
        <source>the matchers are longer than 32 KiB</source>
        <translation>匹配条件超过 32 KiB</translation>
    </message>
</context>
<context>
    <name>MetricRows</name>
    <message>
        <source>Volume under PR</source>
        <translation>PR 曲面体积</translation>
    </message>
    <message>
        <source>Volume under ROC</source>
        <translation>ROC 曲面体积</translation>
    </message>
    <message>
        <source>Area under PR</source>
        <translation>PR 曲线下面积</translation>
    </message>
    <message>
        <source>Range F1</source>
        <translation>区间 F1</translation>
    </message>
    <message>
        <source>Event F1</source>
        <translation>事件 F1</translation>
    </message>
    <message>
        <source>Pages per week</source>
        <translation>每周呼叫次数</translation>
    </message>
    <message>
        <source>False alarms per day</source>
        <translation>每日误报数</translation>
    </message>
    <message>
        <source>Detection delay</source>
        <translation>检测延迟</translation>
    </message>
    <message>
        <source>Incidents caught</source>
        <translation>捕获的事故</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口数</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>= same</source>
        <translation>＝ 相同</translation>
    </message>
    <message>
        <source>▲ better</source>
        <translation>▲ 更好</translation>
    </message>
    <message>
        <source>▼ worse</source>
        <translation>▼ 更差</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>判读</translation>
    </message>
    <message>
        <source>Run finished</source>
        <translation>运行已完成</translation>
    </message>
    <message>
        <source>Finds more than the baseline</source>
        <translation>检出多于基线</translation>
    </message>
    <message>
        <source>Pages no more often</source>
        <translation>呼叫不更频繁</translation>
    </message>
    <message>
        <source>Detects no later</source>
        <translation>检测不更晚</translation>
    </message>
    <message>
        <source>File stored, hashed and signed</source>
        <translation>文件已保存、校验并签名</translation>
    </message>
</context>
<context>
    <name>OpsDatabase</name>
    <message>
        <source>the file is not an operations database</source>
        <translation>该文件不是运维数据库</translation>
    </message>
    <message>
        <source>the database was written by a newer version of the console</source>
        <translation>数据库由更新版本的控制台写入</translation>
    </message>
    <message>
        <source>the file does not exist</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>the address of a team database is postgresql://user@host/database</source>
        <translation>团队数据库的地址形如 postgresql://user@host/database</translation>
    </message>
    <message>
        <source>no password belongs into the address; use ~/.pgpass or a client certificate</source>
        <translation>地址中不要写密码；请使用 ~/.pgpass 或客户端证书</translation>
    </message>
    <message>
        <source>the address names no database</source>
        <translation>地址没有指明数据库</translation>
    </message>
    <message>
        <source>behind the address only sslmode, sslrootcert, sslcert, sslkey and host are known, with their values</source>
        <translation>地址之后只能使用 sslmode、sslrootcert、sslcert、sslkey 和 host，并带上各自的值</translation>
    </message>
    <message>
        <source>the link was lost while the change was being kept; look whether it is there</source>
        <translation>保存更改时连接中断；请查看更改是否已保存</translation>
    </message>
    <message>
        <source>the team database refuses the login</source>
        <translation>团队数据库拒绝登录</translation>
    </message>
    <message>
        <source>there is no such team database</source>
        <translation>没有这个团队数据库</translation>
    </message>
    <message>
        <source>the team database&apos;s TLS certificate is not trusted, or it offers no TLS</source>
        <translation>团队数据库的 TLS 证书不受信任，或者它不提供 TLS</translation>
    </message>
    <message>
        <source>the team database does not answer</source>
        <translation>团队数据库没有应答</translation>
    </message>
    <message>
        <source>the driver for PostgreSQL is not installed (libqt6sql6-psql)</source>
        <translation>没有安装 PostgreSQL 驱动程序（libqt6sql6-psql）</translation>
    </message>
    <message>
        <source>the team database holds something else; give it one of its own</source>
        <translation>团队数据库中存有其他内容；请为它准备单独的数据库</translation>
    </message>
    <message>
        <source>the database is open for reading only</source>
        <translation>数据库以只读方式打开</translation>
    </message>
    <message>
        <source>this user may not do that in the team database</source>
        <translation>该用户无权在团队数据库中执行此操作</translation>
    </message>
    <message>
        <source>the disk is full; nothing of this change was kept</source>
        <translation>磁盘已满；本次更改未保存</translation>
    </message>
    <message>
        <source>the team database has no room for another connection</source>
        <translation>团队数据库无法再接受连接</translation>
    </message>
    <message>
        <source>another console is writing to the team database</source>
        <translation>另一个控制台正在写入团队数据库</translation>
    </message>
    <message>
        <source>the team database cannot be reached; nothing of this change was kept</source>
        <translation>无法连接团队数据库；此更改完全没有保存</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>plan %1</source>
        <translation>计划 %1</translation>
    </message>
    <message>
        <source>its stored bytes are not a plan</source>
        <translation>其存储内容不是计划</translation>
    </message>
</context>
<context>
    <name>PrometheusClient</name>
    <message>
        <source>line %1 of the export is not as documented</source>
        <translation>导出内容的第 %1 行与文档不符</translation>
    </message>
    <message>
        <source>line %1 of the export is longer than %2 MiB</source>
        <translation>导出内容的第 %1 行超过 %2 MiB</translation>
    </message>
    <message>
        <source>the answer has more than %1 samples</source>
        <translation>应答的样本超过 %1 个</translation>
    </message>
    <message>
        <source>the answer is a web page instead of JSON; check the path of the address</source>
        <translation>响应是网页而不是 JSON；请检查地址的路径</translation>
    </message>
    <message>
        <source>the answer is empty instead of JSON</source>
        <translation>应答为空，而不是 JSON</translation>
    </message>
    <message>
        <source>the answer is not JSON: %1</source>
        <translation>应答不是 JSON：%1</translation>
    </message>
    <message>
        <source>the answer has no status, this is not Prometheus&apos; API</source>
        <translation>应答没有状态，这不是 Prometheus 的 API</translation>
    </message>
    <message>
        <source>the answer is broken JSON at byte %1</source>
        <translation>响应的 JSON 在第 %1 字节处损坏</translation>
    </message>
    <message>
        <source>a single value of the answer is longer than %1 MiB</source>
        <translation>应答中单个值超过 %1 MiB</translation>
    </message>
    <message>
        <source>the answer is not the JSON of a query: unexpected text at byte %1</source>
        <translation>应答不是查询的 JSON：第 %1 字节处有意外文本</translation>
    </message>
    <message>
        <source>the answer is cut short after %1 bytes</source>
        <translation>应答在 %1 字节之后被截断</translation>
    </message>
    <message>
        <source>the server reports an error without words</source>
        <translation>服务器报告了错误，但没有说明</translation>
    </message>
    <message>
        <source>the server says: %1</source>
        <translation>服务器说：%1</translation>
    </message>
</context>
<context>
    <name>QualityRows</name>
    <message numerus="yes">
        <source>Too short to judge: %n samples</source>
        <translation>
            <numerusform>样本太少，无法判断：%n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to find fault with</source>
        <translation>无可挑剔</translation>
    </message>
    <message>
        <source>No series has samples in this range</source>
        <translation>此范围内没有序列有样本</translation>
    </message>
    <message>
        <source>Too few samples yet to judge any of %1 series</source>
        <translation>样本还太少，%1 个序列都无法判断</translation>
    </message>
    <message>
        <source>All %1 judged series can be trusted</source>
        <translation>已判断的 %1 个序列全部可信</translation>
    </message>
    <message>
        <source>%1 of %2 series can be trusted</source>
        <translation>%2 个序列中有 %1 个可信</translation>
    </message>
    <message numerus="yes">
        <source>%Ln gaps, the longest %1</source>
        <translation>
            <numerusform>%Ln 个间隙，最长 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>silent at the end for %1</source>
        <translation>末尾静默 %1</translation>
    </message>
    <message numerus="yes">
        <source>ended and came back %Ln times</source>
        <translation>
            <numerusform>%Ln 次结束后又恢复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln values that are no number</source>
        <translation>
            <numerusform>%Ln 个值不是数字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples came twice</source>
        <translation>
            <numerusform>%Ln 个样本重复到达</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples came too late</source>
        <translation>
            <numerusform>%Ln 个样本到得太晚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>counter began again %Ln times</source>
        <translation>
            <numerusform>计数器 %Ln 次从头开始</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stuck at one value for %Ln samples</source>
        <translation>
            <numerusform>连续 %Ln 个样本停在同一值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lone outliers</source>
        <translation>
            <numerusform>%Ln 个孤立的异常值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>uneven spacing %Ln times</source>
        <translation>
            <numerusform>%Ln 次间隔不均</numerusform>
        </translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Came</source>
        <comment>share of samples</comment>
        <translation>到达率</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>样本太少</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
</context>
<context>
    <name>RemediationService</name>
    <message>
        <source>plan %1</source>
        <translation>计划 %1</translation>
    </message>
</context>
<context>
    <name>RemoteRead</name>
    <message>
        <source>a frame of the remote read answer is impossibly long</source>
        <translation>remote read 应答的一帧长度异常</translation>
    </message>
    <message>
        <source>a frame of the remote read answer has a wrong checksum</source>
        <translation>remote read 应答的一帧校验和错误</translation>
    </message>
    <message>
        <source>a frame of the remote read answer cannot be read</source>
        <translation>无法读取 remote read 应答的一帧</translation>
    </message>
    <message>
        <source>the remote read answer is not snappy</source>
        <translation>remote read 应答不是 snappy 格式</translation>
    </message>
    <message>
        <source>the remote read answer is too large when unpacked</source>
        <translation>remote read 应答解压后过大</translation>
    </message>
    <message>
        <source>the remote read answer is broken snappy</source>
        <translation>remote read 应答的 snappy 数据损坏</translation>
    </message>
    <message>
        <source>the remote read answer cannot be read</source>
        <translation>无法读取 remote read 应答</translation>
    </message>
    <message>
        <source>the remote read answer is cut short</source>
        <translation>remote read 应答不完整</translation>
    </message>
    <message>
        <source>the remote read answer has too many samples</source>
        <translation>远程读取的应答样本过多</translation>
    </message>
    <message>
        <source>the remote read answer is too large</source>
        <translation>远程读取的应答过大</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>is not a limit such as &quot;&gt; 0.5&quot;</source>
        <translation>不是形如 &quot;&gt; 0.5&quot; 的界限</translation>
    </message>
</context>
<context>
    <name>RunRows</name>
    <message>
        <source>limit %1</source>
        <translation>时限 %1</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>nobody knows whether it happened</source>
        <translation>无法确定是否已生效</translation>
    </message>
    <message>
        <source>exit %1 in %2</source>
        <translation>退出码 %1，用时 %2</translation>
    </message>
    <message>
        <source>cannot be measured</source>
        <translation>无法测量</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Argument</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>dry run: %1</source>
        <translation>试运行：%1</translation>
    </message>
    <message>
        <source>back: %1</source>
        <translation>回退：%1</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>护栏</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>须 %1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>已提议</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>操作手册</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成于</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>失效于</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Expect</source>
        <translation>预期</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n times in a row within %2</source>
        <translation>
            <numerusform>%1，%2 内连续 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>No harm</source>
        <translation>无损害</translation>
    </message>
    <message>
        <source>not more than %1 % worse</source>
        <translation>恶化不超过 %1 %</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>否则</translation>
    </message>
    <message>
        <source>rolls back by itself</source>
        <translation>自动回退</translation>
    </message>
    <message>
        <source>stops and asks a person</source>
        <translation>停止并请人处理</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希</translation>
    </message>
</context>
<context>
    <name>SelfMetrics</name>
    <message>
        <source>127.0.0.1: no port can be opened for the console&apos;s own metrics, they are off</source>
        <translation>127.0.0.1：无法为控制台自身指标打开端口，该功能已关闭</translation>
    </message>
    <message>
        <source>127.0.0.1:%1: the port of the console&apos;s own metrics is taken, %2 is used</source>
        <translation>127.0.0.1:%1：控制台自身指标的端口已被占用，改用 %2</translation>
    </message>
</context>
<context>
    <name>SelfRows</name>
    <message>
        <source>Frame, median</source>
        <translation>帧，中位数</translation>
    </message>
    <message>
        <source>Frame, 99 of 100</source>
        <translation>帧，第 99 百分位</translation>
    </message>
    <message>
        <source>Frame, slowest</source>
        <translation>帧，最慢</translation>
    </message>
    <message>
        <source>Stalls of the window in 2 min</source>
        <translation>2 分钟内窗口卡顿</translation>
    </message>
    <message>
        <source>Ingest</source>
        <translation>摄取</translation>
    </message>
    <message>
        <source>Scrape to disk, 99 of 100</source>
        <translation>从抓取到落盘，第 99 百分位</translation>
    </message>
    <message>
        <source>Samples that wait for the disk</source>
        <translation>等待磁盘的样本</translation>
    </message>
    <message>
        <source>Samples refused since the start</source>
        <translation>启动以来被拒绝的样本</translation>
    </message>
    <message>
        <source>Scrape, 99 of 100</source>
        <translation>抓取，第 99 百分位</translation>
    </message>
    <message>
        <source>Query, median</source>
        <translation>查询，中位数</translation>
    </message>
    <message>
        <source>Query, 99 of 100</source>
        <translation>查询，第 99 百分位</translation>
    </message>
    <message>
        <source>History on disk</source>
        <translation>磁盘上的历史</translation>
    </message>
    <message>
        <source>Series in the history</source>
        <translation>历史中的序列</translation>
    </message>
    <message>
        <source>Rules and detectors, 99 of 100</source>
        <translation>规则与检测器，第 99 百分位</translation>
    </message>
    <message>
        <source>Scores behind the samples</source>
        <translation>评分落后于样本</translation>
    </message>
    <message>
        <source>Background jobs under way</source>
        <translation>进行中的后台任务</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>日志行</translation>
    </message>
    <message>
        <source>Incidents, labels, runs, audit</source>
        <translation>事故、标注、运行、审计</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Training data and checkpoints</source>
        <translation>训练数据与检查点</translation>
    </message>
    <message>
        <source>Settings, rules, keys</source>
        <translation>设置、规则、密钥</translation>
    </message>
    <message>
        <source>Team database</source>
        <translation>团队数据库</translation>
    </message>
    <message>
        <source>Training over ssh</source>
        <translation>经 ssh 训练</translation>
    </message>
    <message>
        <source>%1 over ssh</source>
        <translation>%1（经 ssh）</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>your network</source>
        <translation>您的网络</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不知道</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Last 10 min</source>
        <translation>最近 10 分钟</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>未计数</translation>
    </message>
    <message>
        <source>Outside your network: %1</source>
        <translation>发往您的网络之外：%1</translation>
    </message>
    <message>
        <source>0 bytes</source>
        <translation>0 字节</translation>
    </message>
    <message>
        <source>, and %1 to hosts whose place is not known yet</source>
        <translation>，另有 %1 发往尚不知位置的主机</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>not open</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>Free on its disk</source>
        <translation>所在磁盘的剩余空间</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Bytes a sample</source>
        <translation>每个样本的字节数</translation>
    </message>
    <message>
        <source>nothing packed yet</source>
        <translation>尚未压缩任何数据</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Colours of the console</source>
        <translation>控制台配色</translation>
    </message>
    <message>
        <source>Language; empty follows the system</source>
        <translation>语言；留空则跟随系统</translation>
    </message>
    <message>
        <source>Row height and text size</source>
        <translation>行高与字号</translation>
    </message>
    <message>
        <source>Text size in pixels; 0 follows the density</source>
        <translation>字号（像素）；0 表示跟随密度</translation>
    </message>
    <message>
        <source>No animation</source>
        <translation>不使用动画</translation>
    </message>
    <message>
        <source>Name of what is watched, shown at the top of the window</source>
        <translation>被监视环境的名称，显示在窗口顶部</translation>
    </message>
    <message>
        <source>Mark the window as production</source>
        <translation>将窗口标记为生产环境</translation>
    </message>
    <message>
        <source>Time zone of the screens; empty is this machine&apos;s</source>
        <translation>界面时区；留空则用本机时区</translation>
    </message>
    <message>
        <source>Samples older than this are removed</source>
        <translation>删除早于此天数的样本</translation>
    </message>
    <message>
        <source>New series are refused past this number</source>
        <translation>超过此数量后拒绝新序列</translation>
    </message>
    <message>
        <source>Series mirrored from one server</source>
        <translation>从单个服务器镜像的序列数</translation>
    </message>
    <message>
        <source>Answers larger than this are refused</source>
        <translation>拒绝大于此值的应答</translation>
    </message>
    <message>
        <source>Missed intervals before a source is called stale</source>
        <translation>缺失多少个周期后视为陈旧</translation>
    </message>
    <message>
        <source>Clock difference that is worth a warning</source>
        <translation>触发警告的时钟偏差</translation>
    </message>
    <message>
        <source>How often the rules are evaluated</source>
        <translation>规则的评估周期</translation>
    </message>
    <message>
        <source>Anomalies closer than this may be one incident</source>
        <translation>间隔小于此值的异常可合并为一个事故</translation>
    </message>
    <message>
        <source>How long an approval stays valid</source>
        <translation>批准的有效时长</translation>
    </message>
    <message>
        <source>How long write mode stays on</source>
        <translation>写模式的持续时长</translation>
    </message>
    <message>
        <source>Approver and requester must differ</source>
        <translation>批准人与申请人必须不同</translation>
    </message>
    <message>
        <source>Worker program or ssh command; empty is the one beside the console</source>
        <translation>训练程序或 ssh 命令；留空则用控制台自带的</translation>
    </message>
    <message>
        <source>Offer the console&apos;s own metrics on 127.0.0.1</source>
        <translation>在 127.0.0.1 提供控制台自身的指标</translation>
    </message>
    <message>
        <source>Port of the console&apos;s own metrics; 0 picks a free one</source>
        <translation>自身指标的端口；0 表示自动选择</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Older samples become buckets of five minutes</source>
        <translation>更早的样本合并为五分钟的区间</translation>
    </message>
    <message>
        <source>The oldest days of the history are removed past this size</source>
        <translation>历史超过此大小时，删除最早的日子</translation>
    </message>
    <message>
        <source>Lines of logs older than this are removed</source>
        <translation>早于此时间的日志行会被删除</translation>
    </message>
    <message>
        <source>The oldest lines of logs are removed past this size</source>
        <translation>日志超过此大小时，删除最早的行</translation>
    </message>
    <message>
        <source>Team database for incidents, labels, runs and audit, e.g. postgresql://user@host/leptoscope; empty is a file of this console</source>
        <translation>存放事件、标注、运行和审计的团队数据库，例如 postgresql://user@host/leptoscope；留空则使用本控制台的文件</translation>
    </message>
    <message>
        <source>After a stop, fetch what was missed from the servers</source>
        <translation>停止之后，从服务器取回错过的数据</translation>
    </message>
    <message>
        <source>How far back missed history is fetched, in hours</source>
        <translation>向前取回错过的历史的时间范围（小时）</translation>
    </message>
    <message>
        <source>File or folder of changes to follow (JSON lines or CSV); empty: none</source>
        <translation>要跟踪的变更文件或文件夹（JSON 行或 CSV）；留空则不跟踪</translation>
    </message>
    <message>
        <source>Take changes over HTTP on 127.0.0.1</source>
        <translation>通过 127.0.0.1 上的 HTTP 接收变更</translation>
    </message>
    <message>
        <source>Port of the webhook for changes; 0 picks a free one</source>
        <translation>接收变更的 webhook 端口；0 表示自动选择空闲端口</translation>
    </message>
    <message>
        <source>Keys that differ from the usual ones, e.g. palette=Ctrl+P; empty: none</source>
        <translation>与默认不同的按键，例如 palette=Ctrl+P；留空：没有</translation>
    </message>
    <message>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>series</source>
        <translation>个序列</translation>
    </message>
    <message>
        <source>intervals</source>
        <translation>个间隔</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>默认 %1</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 至 %2，%3</translation>
    </message>
    <message>
        <source>Messages on the desktop too, outside the window</source>
        <translation>消息同时显示在桌面上（窗口之外）</translation>
    </message>
    <message>
        <source>On the desktop from this severity on</source>
        <translation>达到此严重级别才显示在桌面上</translation>
    </message>
    <message>
        <source>No messages on the desktop in these hours, e.g. 22:00-07:00; empty: none are quiet</source>
        <translation>此时段内桌面不显示消息，例如 22:00-07:00；留空则没有免打扰时段</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
</context>
<context>
    <name>SignalEvaluator</name>
    <message>
        <source>gives %1 signals, more than %2</source>
        <translation>产生 %1 个信号，超过 %2</translation>
    </message>
</context>
<context>
    <name>SilenceTimes</name>
    <message>
        <source>say for how long</source>
        <translation>请填写时长</translation>
    </message>
    <message>
        <source>is no duration such as 90m, 2h or 1d12h, and no time such as 2026-11-18 14:00</source>
        <translation>既不是 90m、2h、1d12h 这样的时长，也不是 2026-11-18 14:00 这样的时间</translation>
    </message>
    <message>
        <source>lies in the past</source>
        <translation>已经过去</translation>
    </message>
    <message>
        <source>is no time such as now+1h or 2026-11-18 14:00</source>
        <translation>不是 now+1h 或 2026-11-18 14:00 这样的时间</translation>
    </message>
</context>
<context>
    <name>Silences</name>
    <message>
        <source>silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>there is no matcher</source>
        <translation>没有匹配条件</translation>
    </message>
    <message>
        <source>every matcher holds for alerts without that label; Alertmanager wants one that does not</source>
        <translation>每个条件对没有该标签的告警都成立；Alertmanager 要求至少有一个不成立</translation>
    </message>
    <message>
        <source>the matchers hold for nearly every alert; say yes to that to go on</source>
        <translation>这些条件几乎匹配所有告警；请明确同意后继续</translation>
    </message>
    <message>
        <source>the comment is empty; say why</source>
        <translation>备注为空；请说明原因</translation>
    </message>
    <message>
        <source>the name of who makes it is empty</source>
        <translation>创建者为空</translation>
    </message>
    <message>
        <source>the comment or the name is longer than %1 characters</source>
        <translation>备注或创建者超过 %1 个字符</translation>
    </message>
    <message>
        <source>it has no end; say for how long or until when</source>
        <translation>没有结束时间；请指定时长或结束时间</translation>
    </message>
    <message>
        <source>its end lies in the past</source>
        <translation>结束时间已过</translation>
    </message>
    <message>
        <source>it ends before it starts</source>
        <translation>结束时间早于开始时间</translation>
    </message>
    <message>
        <source>it has ended already</source>
        <translation>它已经结束</translation>
    </message>
    <message>
        <source>its matchers change</source>
        <translation>匹配条件改变</translation>
    </message>
    <message>
        <source>it has started already and its start changes</source>
        <translation>它已经开始而开始时间改变</translation>
    </message>
    <message>
        <source>its start moves into the past</source>
        <translation>开始时间移到过去</translation>
    </message>
    <message>
        <source>is not a duration such as 90m, 2h or 1d12h</source>
        <translation>不是时长，例如 90m、2h 或 1d12h</translation>
    </message>
</context>
<context>
    <name>SourceConfig</name>
    <message>
        <source>source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>the address is empty</source>
        <translation>地址为空</translation>
    </message>
    <message>
        <source>the address is not a URL: %1</source>
        <translation>地址不是 URL：%1</translation>
    </message>
    <message>
        <source>the address must begin with http:// or https://</source>
        <translation>地址必须以 http:// 或 https:// 开头</translation>
    </message>
    <message>
        <source>the address names no host</source>
        <translation>地址没有指明主机</translation>
    </message>
    <message>
        <source>user and password belong into their own fields, not into the address</source>
        <translation>用户名和密码应填写在各自的字段中，而不是写在地址里</translation>
    </message>
    <message>
        <source>the path of a log file begins with /</source>
        <translation>日志文件的路径必须以 / 开头</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no match of the journal such as _SYSTEMD_UNIT=nginx.service</source>
        <translation>“%1”不是日志匹配条件，例如 _SYSTEMD_UNIT=nginx.service</translation>
    </message>
    <message>
        <source>the header &quot;%1&quot; is not a valid HTTP header</source>
        <translation>“%1”不是有效的 HTTP 请求头</translation>
    </message>
    <message>
        <source>the parameter &quot;%1&quot; cannot be set</source>
        <translation>不能设置参数“%1”</translation>
    </message>
    <message>
        <source>no such kind of source; known are %1</source>
        <translation>没有这种数据源；已知的有 %1</translation>
    </message>
    <message>
        <source>the name is empty</source>
        <translation>名称为空</translation>
    </message>
    <message>
        <source>the name is longer than 100 characters or has control characters</source>
        <translation>名称超过 100 个字符或含有控制字符</translation>
    </message>
    <message>
        <source>the interval must be between 200 ms and 1 hour</source>
        <translation>间隔必须在 200 毫秒到 1 小时之间</translation>
    </message>
    <message>
        <source>the timeout must be between 100 ms and 10 minutes</source>
        <translation>超时必须在 100 毫秒到 10 分钟之间</translation>
    </message>
    <message>
        <source>the selector of the streams is missing, e.g. {app=&quot;shop&quot;}</source>
        <translation>缺少日志流的选择器，例如 {app=&quot;shop&quot;}</translation>
    </message>
    <message>
        <source>%1 must be a text</source>
        <translation>%1 必须是文本</translation>
    </message>
</context>
<context>
    <name>SourceRows</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Data age</source>
        <translation>数据时效</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>不联网</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>the folder cannot be written</source>
        <translation>文件夹不可写</translation>
    </message>
    <message>
        <source>another collector (process %1) is writing to it</source>
        <translation>另一个采集器（进程 %1）正在写入</translation>
    </message>
    <message>
        <source>the file is not a history of samples</source>
        <translation>该文件不是样本历史</translation>
    </message>
    <message>
        <source>the file was written by a newer version of the console</source>
        <translation>该文件由更新版本的控制台写入</translation>
    </message>
    <message>
        <source>the file does not exist</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>the history is open for reading only</source>
        <translation>历史数据以只读方式打开</translation>
    </message>
    <message>
        <source>the clean-up was stopped</source>
        <translation>清理已停止</translation>
    </message>
    <message>
        <source>chunk %1 of %2 is broken</source>
        <translation>%2 的第 %1 块已损坏</translation>
    </message>
    <message>
        <source>a summary of %1 is broken</source>
        <translation>%1 的摘要已损坏</translation>
    </message>
    <message>
        <source>it holds %1 chunks and should hold %2</source>
        <translation>它含有 %1 块，应有 %2 块</translation>
    </message>
    <message>
        <source>a backup cannot replace the history itself</source>
        <translation>备份不能覆盖历史数据本身</translation>
    </message>
    <message>
        <source>the backup cannot be put in place</source>
        <translation>无法放置备份</translation>
    </message>
    <message>
        <source>the regular expression is longer than 16 KiB</source>
        <translation>正则表达式超过 16 KiB</translation>
    </message>
    <message>
        <source>the regular expression is not valid: %1</source>
        <translation>正则表达式无效：%1</translation>
    </message>
    <message>
        <source>the disk is full; nothing of this change was kept</source>
        <translation>磁盘已满；本次更改未保存</translation>
    </message>
    <message>
        <source>the file is not a database</source>
        <translation>该文件不是数据库</translation>
    </message>
    <message>
        <source>the database is damaged; restore it from a backup</source>
        <translation>数据库已损坏；请从备份恢复</translation>
    </message>
    <message>
        <source>another process is writing to the database</source>
        <translation>另一进程正在写入数据库</translation>
    </message>
    <message>
        <source>the database is open for reading only</source>
        <translation>数据库以只读方式打开</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>无法打开文件</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>磁盘报告错误</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>a chunk is broken or is not what its source says; it was left out</source>
        <translation>一个数据块已损坏或与来源的说明不符，已被略去</translation>
    </message>
    <message>
        <source>a row of histograms of %1 is broken</source>
        <translation>%1 的一行直方图已损坏</translation>
    </message>
    <message>
        <source>this history holds no native histograms</source>
        <translation>此历史不保存原生直方图</translation>
    </message>
    <message>
        <source>the file cannot be moved aside</source>
        <translation>无法将该文件移到一旁</translation>
    </message>
    <message>
        <source>a history cannot be restored from itself</source>
        <translation>历史不能从其自身还原</translation>
    </message>
</context>
<context>
    <name>TrackRecord</name>
    <message>
        <source>never run here</source>
        <translation>从未在此执行</translation>
    </message>
    <message>
        <source>%1 of %2 earlier runs succeeded</source>
        <translation>此前 %2 次执行中 %1 次成功</translation>
    </message>
</context>
<context>
    <name>TrainingService</name>
    <message>
        <source>the range is empty or has more than 2,000,000 rows</source>
        <translation>范围为空或超过 2,000,000 行</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>the series is not in the history</source>
        <translation>历史数据中没有该序列</translation>
    </message>
    <message>
        <source>there is no such training job</source>
        <translation>没有此训练任务</translation>
    </message>
    <message>
        <source>another process runs this job</source>
        <translation>另一进程正在运行此任务</translation>
    </message>
    <message>
        <source>the process that ran it ended</source>
        <translation>运行它的进程已结束</translation>
    </message>
    <message>
        <source>a model&apos;s name has letters, digits, &apos;.&apos;, &apos;-&apos; and &apos;_&apos; only</source>
        <translation>模型名称只能含字母、数字、“.”、“-”和“_”</translation>
    </message>
    <message>
        <source>a model watches 1 to 500 series</source>
        <translation>一个模型可监视 1 至 500 个序列</translation>
    </message>
    <message>
        <source>the range is empty</source>
        <translation>范围为空</translation>
    </message>
</context>
<context>
    <name>VersionRows</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练于</translation>
    </message>
    <message>
        <source>Volume under PR</source>
        <translation>PR 曲面体积</translation>
    </message>
    <message>
        <source>Range F1</source>
        <translation>区间 F1</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>尚未签名</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
</context>
<context>
    <name>Webhook</name>
    <message>
        <source>the request has too many headers</source>
        <translation>请求的头部过多</translation>
    </message>
    <message>
        <source>the first line is not an HTTP request</source>
        <translation>第一行不是 HTTP 请求</translation>
    </message>
    <message>
        <source>only HTTP/1.1 is spoken here</source>
        <translation>这里只支持 HTTP/1.1</translation>
    </message>
    <message>
        <source>the target is not a path</source>
        <translation>请求目标不是路径</translation>
    </message>
    <message>
        <source>a header is malformed</source>
        <translation>有头部格式错误</translation>
    </message>
    <message>
        <source>a body must be sent with its length, not in chunks</source>
        <translation>正文必须带长度发送，不能分块</translation>
    </message>
    <message>
        <source>the request must name one host</source>
        <translation>请求必须给出一个主机</translation>
    </message>
    <message>
        <source>the length of the body is missing</source>
        <translation>缺少正文长度</translation>
    </message>
    <message>
        <source>the length of the body is not a number</source>
        <translation>正文长度不是数字</translation>
    </message>
    <message>
        <source>the body is larger than %1 KiB</source>
        <translation>正文超过 %1 KiB</translation>
    </message>
    <message>
        <source>the head of the request is too large</source>
        <translation>请求头部过大</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>陈旧</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>True</source>
        <comment>verdict</comment>
        <translation>属实</translation>
    </message>
    <message>
        <source>False</source>
        <comment>verdict</comment>
        <translation>误报</translation>
    </message>
    <message>
        <source>Expected</source>
        <comment>verdict</comment>
        <translation>预期内</translation>
    </message>
    <message>
        <source>Wrong scope</source>
        <translation>范围错误</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>漏报</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>incident state</comment>
        <translation>未处理</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Mitigating</source>
        <translation>缓解中</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Anomaly</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>已建议</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>已回退</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事故</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Bad data</source>
        <translation>坏数据</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Prometheus</source>
        <translation>Prometheus</translation>
    </message>
    <message>
        <source>Exporter scrape</source>
        <translation>抓取 exporter</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>reads only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>safe to repeat</source>
        <translation>可安全重复</translation>
    </message>
    <message>
        <source>at most once</source>
        <translation>至多一次</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已退役</translation>
    </message>
    <message>
        <source>Refused to load</source>
        <translation>拒绝加载</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Collecting data</source>
        <translation>收集数据</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>评估中</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message numerus="yes">
        <source>Record intact: %Ln entries</source>
        <translation>
            <numerusform>记录完整：%Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not confirmed from outside: %Ln entries agree with each other</source>
        <translation>
            <numerusform>缺少外部佐证：%Ln 条记录内部一致</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry %1 does not match its hash</source>
        <translation>第 %1 条与其哈希不符</translation>
    </message>
    <message>
        <source>The record does not match its signed head</source>
        <translation>记录与已签名的链头不符</translation>
    </message>
    <message>
        <source>Low risk</source>
        <translation>低风险</translation>
    </message>
    <message>
        <source>Medium risk</source>
        <translation>中风险</translation>
    </message>
    <message>
        <source>High risk</source>
        <translation>高风险</translation>
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
        <translation>秒</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>d</source>
        <translation>天</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month, in Qt&apos;s date format</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date in Qt&apos;s date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Open incident</source>
        <translation>创建事故</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>删除标注</translation>
    </message>
    <message>
        <source>Promote model</source>
        <translation>启用模型</translation>
    </message>
    <message>
        <source>Roll back model</source>
        <translation>回退模型</translation>
    </message>
    <message>
        <source>Save source</source>
        <translation>保存数据源</translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation>移除数据源</translation>
    </message>
    <message>
        <source>Arm write mode</source>
        <translation>开启写模式</translation>
    </message>
    <message>
        <source>Disarm write mode</source>
        <translation>关闭写模式</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Name resolves</source>
        <translation>域名解析</translation>
    </message>
    <message>
        <source>Port answers</source>
        <translation>端口应答</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>已提议</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>等待批准</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>验证中</translation>
    </message>
    <message>
        <source>No effect shown</source>
        <translation>未见效果</translation>
    </message>
    <message>
        <source>Made it worse</source>
        <translation>情况恶化</translation>
    </message>
    <message>
        <source>Rolling back</source>
        <translation>回退中</translation>
    </message>
    <message>
        <source>Roll-back failed</source>
        <translation>回退失败</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已阻止</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>需要人工处理</translation>
    </message>
    <message>
        <source>Console started</source>
        <translation>控制台启动</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Last checks</source>
        <translation>最终检查</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Settle an open step</source>
        <translation>处置未决步骤</translation>
    </message>
    <message>
        <source>State of a run</source>
        <translation>执行状态</translation>
    </message>
    <message>
        <source>Anomaly joins</source>
        <translation>异常并入</translation>
    </message>
    <message>
        <source>Missed target joins</source>
        <translation>未达目标并入</translation>
    </message>
    <message>
        <source>State of an incident</source>
        <translation>事故状态</translation>
    </message>
    <message>
        <source>Label taken back</source>
        <translation>撤回标注</translation>
    </message>
    <message>
        <source>Store model</source>
        <translation>保存模型</translation>
    </message>
    <message>
        <source>Refuse model</source>
        <translation>拒绝模型</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>停止所有操作</translation>
    </message>
    <message>
        <source>Resume actions</source>
        <translation>恢复操作</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation>服务器类型</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择范围</translation>
    </message>
    <message>
        <source>Alertmanager</source>
        <translation>Alertmanager</translation>
    </message>
    <message>
        <source>Edge over ssh</source>
        <translation>边缘节点（ssh）</translation>
    </message>
    <message>
        <source>Grafana Loki</source>
        <translation>Grafana Loki</translation>
    </message>
    <message>
        <source>System journal</source>
        <translation>系统日志 (journal)</translation>
    </message>
    <message>
        <source>Log files</source>
        <translation>日志文件</translation>
    </message>
    <message>
        <source>Grafana</source>
        <translation>Grafana</translation>
    </message>
    <message>
        <source>Change entered</source>
        <translation>录入变更</translation>
    </message>
    <message>
        <source>Change removed</source>
        <translation>移除变更</translation>
    </message>
    <message>
        <source>Annotate in Grafana</source>
        <translation>在 Grafana 中注释</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Remove view</source>
        <translation>移除视图</translation>
    </message>
</context>
<context>
    <name>lepto</name>
    <message>
        <source>the head of the audit log is damaged</source>
        <translation>审计日志的链头已损坏</translation>
    </message>
    <message>
        <source>Entry %1 is missing</source>
        <translation>缺少第 %1 条</translation>
    </message>
    <message>
        <source>Entry %1 does not match its hash</source>
        <translation>第 %1 条与其哈希不符</translation>
    </message>
    <message>
        <source>The tree after entry %1 does not match the entries</source>
        <translation>第 %1 条之后的树与条目不符</translation>
    </message>
    <message>
        <source>The head after entry %1 is not genuine: %2</source>
        <translation>第 %1 条之后的链头不真实：%2</translation>
    </message>
    <message>
        <source>The head after entry %1 does not match the entries</source>
        <translation>第 %1 条之后的链头与条目不符</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1: no data for %2</source>
        <translation>%1：已有 %2 无数据</translation>
    </message>
    <message>
        <source>%1: no data</source>
        <translation>%1：无数据</translation>
    </message>
    <message>
        <source>%1 %2, limit %3</source>
        <translation>%1 %2，上限 %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; is missing</source>
        <translation>缺少字段“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a duration such as 30s or 5m, at most a day</source>
        <translation>“%1”不是形如 30s 或 5m 的时长（至多一天）</translation>
    </message>
    <message>
        <source>the critical limit must be as far as the warning limit or farther</source>
        <translation>严重界限不得比警告界限更宽松</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of latency, traffic, errors, saturation, other</source>
        <translation>“%1”不是 latency、traffic、errors、saturation、other 之一</translation>
    </message>
    <message>
        <source>the expression is a %1, not an instant vector</source>
        <translation>表达式是 %1，而非即时向量</translation>
    </message>
    <message>
        <source>only version 1 is understood</source>
        <translation>只支持版本 1</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; must be a list</source>
        <translation>字段“%1”必须是列表</translation>
    </message>
    <message>
        <source>more than %1 rules</source>
        <translation>规则超过 %1 条</translation>
    </message>
    <message>
        <source>there are two rules &quot;%1&quot;</source>
        <translation>有两条规则“%1”</translation>
    </message>
    <message>
        <source>is larger than 256 KiB</source>
        <translation>大于 256 KiB</translation>
    </message>
    <message>
        <source>must hold one YAML document</source>
        <translation>必须只含一个 YAML 文档</translation>
    </message>
    <message>
        <source>not YAML: %1</source>
        <translation>不是 YAML：%1</translation>
    </message>
    <message>
        <source>more than %1 rule files, the rest is not read</source>
        <translation>规则文件超过 %1 个，其余未读取</translation>
    </message>
    <message>
        <source>Abnormal</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>%1 and %2 more abnormal</source>
        <translation>%1 等另外 %2 项异常</translation>
    </message>
    <message>
        <source>%1 abnormal</source>
        <translation>%1 异常</translation>
    </message>
    <message>
        <source>%1 and %2 abnormal</source>
        <translation>%1 和 %2 异常</translation>
    </message>
    <message>
        <source>%1 critical</source>
        <translation>%1 个严重</translation>
    </message>
    <message>
        <source>matches %1, %2</source>
        <translation>符合 %1，%2</translation>
    </message>
    <message>
        <source>matches %1 of %2, score %3</source>
        <translation>符合 %2 的 %1，分数 %3</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot;</source>
        <translation>参数“%1”</translation>
    </message>
    <message>
        <source>a value is needed</source>
        <translation>需要一个值</translation>
    </message>
    <message>
        <source>the runbook has no such parameter</source>
        <translation>操作手册没有此参数</translation>
    </message>
    <message>
        <source>there is no program of this name</source>
        <translation>没有此名称的程序</translation>
    </message>
    <message>
        <source>everybody may change this program</source>
        <translation>任何人都可以更改此程序</translation>
    </message>
    <message>
        <source>the target is empty; nothing is never everything</source>
        <translation>目标为空；空绝不等于全部</translation>
    </message>
    <message>
        <source>%1 of %2 approvals are there</source>
        <translation>已有 %1/%2 个批准</translation>
    </message>
    <message>
        <source>%1 is not the program that was approved</source>
        <translation>%1 不是已批准的程序</translation>
    </message>
    <message>
        <source>The runbook %1 has changed since the plan was made</source>
        <translation>操作手册 %1 在计划生成后已更改</translation>
    </message>
    <message>
        <source>The plan has expired</source>
        <translation>计划已失效</translation>
    </message>
    <message>
        <source>The guard %1 cannot be measured</source>
        <translation>护栏 %1 无法测量</translation>
    </message>
    <message>
        <source>The guard %1 is %2, not %3</source>
        <translation>护栏 %1 为 %2，不满足 %3</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>计划 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a regular expression</source>
        <translation>“%1”不是正则表达式</translation>
    </message>
    <message>
        <source>a parameter&apos;s name is lower-case letters, digits and _</source>
        <translation>参数名只能含小写字母、数字和 _</translation>
    </message>
    <message>
        <source>&quot;from&quot; must be service, signal, incident or label:NAME</source>
        <translation>&quot;from&quot; 必须是 service、signal、incident 或 label:NAME</translation>
    </message>
    <message>
        <source>the field &quot;values&quot; is missing</source>
        <translation>缺少字段 &quot;values&quot;</translation>
    </message>
    <message>
        <source>&quot;parameters&quot; must be a map of at most %1 parameters</source>
        <translation>&quot;parameters&quot; 必须是至多 %1 个参数的映射</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a rate like 3/1h</source>
        <translation>“%1”必须是形如 3/1h 的速率</translation>
    </message>
    <message>
        <source>the step &quot;%1&quot; is given twice, has no time or is one too many</source>
        <translation>步骤“%1”重复、没有时限或超出数量</translation>
    </message>
    <message>
        <source>&quot;interval&quot; must be longer than nothing and not longer than &quot;window&quot;</source>
        <translation>&quot;interval&quot; 必须大于零且不超过 &quot;window&quot;</translation>
    </message>
    <message>
        <source>&quot;automatic_on&quot; knows step_failed and no_harm_violated</source>
        <translation>&quot;automatic_on&quot; 只支持 step_failed 和 no_harm_violated</translation>
    </message>
    <message>
        <source>the id is lower-case letters, digits and -</source>
        <translation>id 只能含小写字母、数字和 -</translation>
    </message>
    <message>
        <source>there is no step</source>
        <translation>没有步骤</translation>
    </message>
    <message>
        <source>a runbook that changes something needs &quot;verify&quot;: without a measured effect nothing has succeeded</source>
        <translation>会造成更改的操作手册需要 &quot;verify&quot;：没有测得的效果就不算成功</translation>
    </message>
    <message>
        <source>a reversible runbook needs &quot;rollback&quot;</source>
        <translation>可回退的操作手册需要 &quot;rollback&quot;</translation>
    </message>
    <message>
        <source>&quot;on_failure: rollback&quot; needs &quot;rollback&quot;</source>
        <translation>&quot;on_failure: rollback&quot; 需要 &quot;rollback&quot;</translation>
    </message>
    <message>
        <source>line %1: </source>
        <translation>第 %1 行：</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number from %2 to %3</source>
        <translation>“%1”必须是 %2 到 %3 之间的数</translation>
    </message>
    <message>
        <source>the file is larger than 256 KiB</source>
        <translation>文件大于 256 KiB</translation>
    </message>
    <message>
        <source>the file is not UTF-8</source>
        <translation>文件不是 UTF-8</translation>
    </message>
    <message>
        <source>the file contains control characters</source>
        <translation>文件含有控制字符</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>the file holds more than one document</source>
        <translation>文件含有多个文档</translation>
    </message>
</context>
<context>
    <name>lepto::AboutPage</name>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Version, sizes and numbers, without names and addresses</source>
        <translation>版本、大小与数值，不含名称和地址</translation>
    </message>
    <message>
        <source>Own numbers</source>
        <translation>自身数值</translation>
    </message>
    <message>
        <source>The console&apos;s own numbers</source>
        <translation>控制台的自身数值</translation>
    </message>
    <message>
        <source>What left this machine</source>
        <translation>离开本机的数据</translation>
    </message>
    <message>
        <source>Bytes of HTTP, without TLS and TCP. No account, no telemetry to anyone: only what your sources ask.</source>
        <translation>HTTP 字节数，不含 TLS 与 TCP。没有账户，不向任何人发送遥测：只有您的数据源所查询的内容。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Open the sources</source>
        <translation>打开数据源</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Leptoscope is free software: GPL-3.0 or later</source>
        <translation>Leptoscope 是自由软件：GPL-3.0 或更新版本</translation>
    </message>
    <message>
        <source>Without any warranty. The full text is the file LICENSE of the source, /usr/share/common-licenses/GPL-3 on Debian, and gnu.org/licenses.</source>
        <translation>不提供任何担保。全文见源代码中的 LICENSE 文件、Debian 上的 /usr/share/common-licenses/GPL-3 以及 gnu.org/licenses。</translation>
    </message>
    <message>
        <source>Leptoscope %1</source>
        <translation>Leptoscope %1</translation>
    </message>
    <message>
        <source>The data folder cannot be written.</source>
        <translation>数据文件夹不可写入。</translation>
    </message>
    <message>
        <source>Nothing new is kept. Whoever owns %1 can allow it.</source>
        <translation>不会保存任何新数据。%1 的所有者可以授权。</translation>
    </message>
    <message>
        <source>A recording is open.</source>
        <translation>已打开一份记录。</translation>
    </message>
    <message>
        <source>This page goes on speaking of this console, not of the recording.</source>
        <translation>本页仍然说明此控制台，而不是该记录。</translation>
    </message>
    <message>
        <source>the same on http://127.0.0.1:%1/metrics</source>
        <translation>与 http://127.0.0.1:%1/metrics 相同</translation>
    </message>
    <message>
        <source>the own metrics page is off</source>
        <translation>自身指标页面已关闭</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
</context>
<context>
    <name>lepto::ActionsPage</name>
    <message>
        <source>Next, previous plan</source>
        <translation>下一个、上一个计划</translation>
    </message>
    <message>
        <source>Repeat the dry run</source>
        <translation>重新试运行</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>停止所有操作</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>filter, with a count</comment>
        <translation>待办 %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>没有建议</translation>
    </message>
    <message>
        <source>Plans come from runbooks when an incident fits one.</source>
        <translation>当事故符合某个操作手册时会生成计划。</translation>
    </message>
    <message>
        <source>Last: %1, %2</source>
        <translation>最近：%1，%2</translation>
    </message>
    <message>
        <source>Dry run is running…</source>
        <translation>正在试运行…</translation>
    </message>
    <message>
        <source>No dry run yet. It changes nothing.</source>
        <translation>尚未试运行。试运行不会改变任何东西。</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Repeat dry run</source>
        <translation>重新试运行</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 of %2 hold</source>
        <translation>%1/%2 满足</translation>
    </message>
    <message>
        <source>reversible</source>
        <translation>可回退</translation>
    </message>
    <message>
        <source>not reversible</source>
        <translation>不可回退</translation>
    </message>
    <message>
        <source>nothing has run</source>
        <translation>尚未执行</translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>it is running</source>
        <translation>正在执行</translation>
    </message>
    <message>
        <source>arm write mode first</source>
        <translation>请先开启写模式</translation>
    </message>
    <message>
        <source>Roll %1 back to how it was?</source>
        <translation>将 %1 恢复原状？</translation>
    </message>
    <message>
        <source>Roll back %1</source>
        <translation>回退 %1</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Copy the plan&apos;s hash</source>
        <translation>复制计划的哈希</translation>
    </message>
    <message>
        <source>against what is there now</source>
        <translation>与当前状态对比</translation>
    </message>
    <message>
        <source>Copy as script</source>
        <translation>复制为脚本</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>immutable</source>
        <translation>不可更改</translation>
    </message>
    <message>
        <source>Exactly what runs</source>
        <translation>实际执行内容</translation>
    </message>
    <message>
        <source>argument lists, one element a line, no shell</source>
        <translation>参数列表，每行一个元素，不经过 shell</translation>
    </message>
    <message>
        <source>Run log</source>
        <translation>执行日志</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Output of the step</source>
        <translation>该步骤的输出</translation>
    </message>
    <message>
        <source>Guards</source>
        <translation>护栏</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>measured, not assumed</source>
        <translation>以测量为准</translation>
    </message>
    <message>
        <source>If it does not work</source>
        <translation>若未奏效</translation>
    </message>
</context>
<context>
    <name>lepto::AlertDetail</name>
    <message>
        <source>No alert is selected.</source>
        <translation>未选择告警。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Labels of the alert</source>
        <translation>告警的标签</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>注解</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>静默…</translation>
    </message>
    <message>
        <source>Silence this alert</source>
        <translation>静默此告警</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Open in Explore</source>
        <translation>在探索页打开</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Open incident %1</source>
        <translation>打开事件 %1</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>最近 24 小时</translation>
    </message>
    <message numerus="yes">
        <source>fired %n times</source>
        <translation>
            <numerusform>触发 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>flapping</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>接收者</translation>
    </message>
    <message>
        <source>Seen at</source>
        <translation>见于</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>as it was told last; its source does not answer</source>
        <translation>为最后一次得知的状态；其来源没有响应</translation>
    </message>
    <message>
        <source>Inhibited by</source>
        <translation>抑制者</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>在浏览器中打开 %1</translation>
    </message>
    <message>
        <source>Silence: %1</source>
        <translation>静默：%1</translation>
    </message>
</context>
<context>
    <name>lepto::AlertModel</name>
    <message>
        <source>its source does not answer; this is what it said last</source>
        <translation>其来源没有响应；这是它最后一次所说的</translation>
    </message>
    <message>
        <source>flapping</source>
        <translation>抖动</translation>
    </message>
    <message numerus="yes">
        <source>%n in 24 h</source>
        <comment>times fired</comment>
        <translation>
            <numerusform>24 小时内 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>All together</source>
        <translation>全部一组</translation>
    </message>
    <message>
        <source>to %1, by %2</source>
        <translation>发给 %1，由 %2</translation>
    </message>
    <message>
        <source>In no group</source>
        <translation>不属于任何组</translation>
    </message>
    <message>
        <source>rules of Prometheus, or not routed yet</source>
        <translation>Prometheus 的规则，或尚未路由</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重级别</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>For</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>接收者</translation>
    </message>
</context>
<context>
    <name>lepto::AlertNotice</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>lepto::AlertService</name>
    <message>
        <source>there is no place for secrets</source>
        <translation>没有存放密钥的地方</translation>
    </message>
    <message>
        <source>no such Alertmanager among the sources</source>
        <translation>数据源中没有这个 Alertmanager</translation>
    </message>
</context>
<context>
    <name>lepto::AlertmanagerClient</name>
    <message>
        <source>the answer is no list, this is not Alertmanager&apos;s API</source>
        <translation>响应不是列表，这不是 Alertmanager 的接口</translation>
    </message>
    <message>
        <source>the answer has more than %1 rows</source>
        <translation>响应超过 %1 行</translation>
    </message>
    <message>
        <source>is not the id of a silence</source>
        <translation>不是静默的标识</translation>
    </message>
    <message>
        <source>%1; whether it was done is not known, look at the list of silences before trying again</source>
        <translation>%1；不知道是否已生效，重试之前请查看静默列表</translation>
    </message>
    <message>
        <source>the answer names no version, this is not Alertmanager&apos;s API</source>
        <translation>响应没有版本信息，这不是 Alertmanager 的接口</translation>
    </message>
    <message>
        <source>Alertmanager knows no such silence</source>
        <translation>Alertmanager 中没有这条静默</translation>
    </message>
    <message>
        <source>the answer is no silence</source>
        <translation>响应不是静默</translation>
    </message>
    <message>
        <source>the answer names no silence; look at the list of silences before trying again</source>
        <translation>响应没有给出静默；重试之前请查看静默列表</translation>
    </message>
</context>
<context>
    <name>lepto::AlertsPage</name>
    <message>
        <source>next, previous row</source>
        <translation>下一行、上一行</translation>
    </message>
    <message>
        <source>filter: words, or matchers such as severity=&quot;critical&quot;</source>
        <translation>筛选：词语，或 severity=&quot;critical&quot; 这样的匹配器</translation>
    </message>
    <message>
        <source>silence the alert, or write a new silence</source>
        <translation>静默此告警，或新建静默</translation>
    </message>
    <message>
        <source>change the silence</source>
        <translation>修改静默</translation>
    </message>
    <message>
        <source>group as notified, or by severity</source>
        <translation>按通知分组，或按严重级别</translation>
    </message>
    <message>
        <source>send the form</source>
        <translation>提交表单</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>leave the form</source>
        <translation>离开表单</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Nobody answers; this is how it was</source>
        <translation>没有来源响应；这是先前的情形</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts want somebody</source>
        <translation>
            <numerusform>%n 条告警需要处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>其中 %n 条严重</numerusform>
        </translation>
    </message>
    <message>
        <source>No alert at the sources that answer</source>
        <translation>有响应的来源没有告警</translation>
    </message>
    <message>
        <source>No alert wants anybody</source>
        <translation>没有告警需要处理</translation>
    </message>
    <message>
        <source>Now %1</source>
        <comment>tab, with a count</comment>
        <translation>当前 %1</translation>
    </message>
    <message>
        <source>Silences %1</source>
        <comment>tab, with a count</comment>
        <translation>静默 %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Active %1</source>
        <translation>活动 %1</translation>
    </message>
    <message>
        <source>Silenced %1</source>
        <translation>静默 %1</translation>
    </message>
    <message>
        <source>Inhibited %1</source>
        <translation>抑制 %1</translation>
    </message>
    <message>
        <source>%1 does not answer; its last word is %2 old: %3</source>
        <translation>%1 没有响应；其最后一次回答是 %2前：%3</translation>
    </message>
    <message>
        <source>%1 has never answered: %2</source>
        <translation>%1 从未响应：%2</translation>
    </message>
    <message>
        <source>The rule %1 of %2 is broken and cannot fire: %3</source>
        <translation>%2 的规则 %1 已损坏，无法触发：%3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>A recording carries no alerts</source>
        <translation>录制包中没有告警</translation>
    </message>
    <message>
        <source>Leave the recording to see what fires now.</source>
        <translation>离开录制包即可查看当前触发的告警。</translation>
    </message>
    <message>
        <source>No Alertmanager is connected</source>
        <translation>未连接 Alertmanager</translation>
    </message>
    <message>
        <source>Alerts come from Alertmanagers and from the rules of Prometheus servers.</source>
        <translation>告警来自 Alertmanager 以及 Prometheus 服务器的规则。</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Nothing is known</source>
        <translation>情况未知</translation>
    </message>
    <message>
        <source>No source answers, so whether something fires is not known.</source>
        <translation>没有来源响应，因此无法得知是否有告警触发。</translation>
    </message>
    <message>
        <source>Asking the sources…</source>
        <translation>正在询问来源…</translation>
    </message>
    <message>
        <source>Some sources do not answer; what they know is missing here.</source>
        <translation>有些来源没有响应；这里缺少它们所知的内容。</translation>
    </message>
    <message>
        <source>%1 of %2 alerts are shown; filter for the others</source>
        <translation>显示 %2 条告警中的 %1 条；其余请筛选查看</translation>
    </message>
    <message>
        <source>No alert fires</source>
        <translation>没有告警触发</translation>
    </message>
    <message>
        <source>No alert fits</source>
        <translation>没有符合的告警</translation>
    </message>
    <message>
        <source>Others do; widen the filter.</source>
        <translation>有其他告警在触发；请放宽筛选。</translation>
    </message>
    <message>
        <source>%1 of %2 silences are shown</source>
        <translation>显示 %2 条静默中的 %1 条</translation>
    </message>
    <message>
        <source>No silence has ended lately</source>
        <translation>近期没有结束的静默</translation>
    </message>
    <message>
        <source>Nothing is silenced</source>
        <translation>没有静默</translation>
    </message>
    <message>
        <source>%1 of %2 alerts are shown</source>
        <translation>显示 %2 条告警中的 %1 条</translation>
    </message>
    <message>
        <source>Only the newest %1 times are counted</source>
        <translation>仅统计最近 %1 次触发</translation>
    </message>
    <message>
        <source>Nothing fired in this range</source>
        <translation>此时间范围内没有触发</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>As far as this console watched.</source>
        <translation>以本控制台监视的时间为限。</translation>
    </message>
    <message>
        <source>no Alertmanager has this alert, so nobody is notified of it</source>
        <translation>没有 Alertmanager 收到此告警，因此不会通知任何人</translation>
    </message>
    <message>
        <source>The silence “%1” is ended.</source>
        <translation>静默“%1”已结束。</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>重新创建</translation>
    </message>
    <message>
        <source>The silence is made again.</source>
        <translation>静默已重新创建。</translation>
    </message>
    <message>
        <source>New silence</source>
        <translation>新建静默</translation>
    </message>
    <message>
        <source>written in place of the details</source>
        <translation>在详情处填写</translation>
    </message>
    <message>
        <source>Words, or severity=&quot;critical&quot;</source>
        <translation>词语，或 severity=&quot;critical&quot;</translation>
    </message>
    <message>
        <source>Filter alerts</source>
        <translation>筛选告警</translation>
    </message>
    <message>
        <source>Alerts, worst first</source>
        <translation>告警，最严重的在前</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重级别</translation>
    </message>
    <message>
        <source>Filter silences</source>
        <translation>筛选静默</translation>
    </message>
    <message>
        <source>Silences, the one that ends first leads</source>
        <translation>静默，最先结束的在前</translation>
    </message>
    <message>
        <source>Now and later</source>
        <translation>当前与将来</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>筛选历史</translation>
    </message>
    <message>
        <source>What fired in the range, the last first</source>
        <translation>范围内触发的告警，最近的在前</translation>
    </message>
    <message>
        <source>It is done, but its outcome could not be recorded: %1</source>
        <translation>已完成，但结果无法记录：%1</translation>
    </message>
    <message>
        <source>Alertmanager ended the old silence and made another.</source>
        <translation>Alertmanager 结束了旧静默并另建了一个。</translation>
    </message>
    <message>
        <source>The silence is changed.</source>
        <translation>静默已修改。</translation>
    </message>
    <message>
        <source>The silence is made; the Alertmanager applies it within seconds.</source>
        <translation>静默已创建；Alertmanager 会在数秒内生效。</translation>
    </message>
</context>
<context>
    <name>lepto::AnnotationWriter</name>
    <message>
        <source>it is being written to %1 already</source>
        <translation>正在写入 %1</translation>
    </message>
</context>
<context>
    <name>lepto::ApprovalPanel</name>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Reason, enters the audit record</source>
        <translation>原因，将写入审计记录</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Name of the target</source>
        <translation>目标名称</translation>
    </message>
    <message>
        <source>Approve and sign</source>
        <translation>批准并签名</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>The executor refuses any other bytes, an expired plan or changed targets.</source>
        <translation>内容不同、计划失效或目标变化时，执行器会拒绝。</translation>
    </message>
    <message>
        <source>of exactly this plan</source>
        <translation>仅限此计划</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>%1后失效</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Type %1 to allow signing</source>
        <translation>输入 %1 后方可签名</translation>
    </message>
    <message>
        <source>Run on %1</source>
        <translation>在 %1 上执行</translation>
    </message>
    <message>
        <source>Approval of plan %1, %2 of %3 signatures</source>
        <translation>计划 %1 的审批，签名 %2/%3</translation>
    </message>
    <message>
        <source>being signed</source>
        <translation>正在签名</translation>
    </message>
    <message>
        <source>the plan has expired</source>
        <translation>计划已失效</translation>
    </message>
    <message>
        <source>you have signed; another person is needed</source>
        <translation>您已签名，还需另一人</translation>
    </message>
    <message>
        <source>waits for a dry run</source>
        <translation>等待试运行</translation>
    </message>
    <message>
        <source>arm write mode first</source>
        <translation>请先开启写模式</translation>
    </message>
    <message>
        <source>type a reason first</source>
        <translation>请先填写原因</translation>
    </message>
    <message>
        <source>type %1 first</source>
        <translation>请先输入 %1</translation>
    </message>
    <message>
        <source>it is running</source>
        <translation>正在执行</translation>
    </message>
    <message>
        <source>all actions are stopped</source>
        <translation>所有操作已停止</translation>
    </message>
    <message>
        <source>Disabled: %1</source>
        <translation>不可用：%1</translation>
    </message>
</context>
<context>
    <name>lepto::ArmPopup</name>
    <message>
        <source>Arm write mode</source>
        <translation>开启写模式</translation>
    </message>
    <message>
        <source>Reason, enters the audit record</source>
        <translation>原因，将写入审计记录</translation>
    </message>
    <message>
        <source>Reason for write mode</source>
        <translation>开启写模式的原因</translation>
    </message>
    <message>
        <source>Write mode</source>
        <translation>写模式</translation>
    </message>
    <message>
        <source>Approved plans may run until the time is over. It ends by itself.</source>
        <translation>在时限内可执行已批准的计划，到时自动关闭。</translation>
    </message>
    <message>
        <source>disabled: type a reason first</source>
        <translation>不可用：请先填写原因</translation>
    </message>
</context>
<context>
    <name>lepto::AttentionList</name>
    <message numerus="yes">
        <source>Needs attention, %n items, sorted by severity</source>
        <translation>
            <numerusform>需要关注，%n 项，按严重程度排序</numerusform>
        </translation>
    </message>
    <message>
        <source>True</source>
        <translation>属实</translation>
    </message>
    <message>
        <source>False</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期内</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Ack</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>漏报</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>lepto::AuditLog</name>
    <message>
        <source>the database does not contain the anchored head</source>
        <translation>数据库中没有锚定的链头</translation>
    </message>
    <message>
        <source>audit entry %1</source>
        <translation>审计条目 %1</translation>
    </message>
    <message>
        <source>there is no such entry</source>
        <translation>没有此条目</translation>
    </message>
    <message>
        <source>the entries do not give the signed head</source>
        <translation>条目与签名链头不符</translation>
    </message>
</context>
<context>
    <name>lepto::AuditModel</name>
    <message>
        <source>Seq</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希</translation>
    </message>
</context>
<context>
    <name>lepto::AuditPage</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>立即验证</translation>
    </message>
    <message>
        <source>Export proof</source>
        <translation>导出证明</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>复制该行</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 条新记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking every entry…</source>
        <translation>正在逐条检查…</translation>
    </message>
    <message>
        <source>The record begins with your first act</source>
        <translation>记录将从您的首次操作开始</translation>
    </message>
    <message>
        <source>Removal of the newest entries would go unnoticed until the next head leaves this machine.</source>
        <translation>在下一个链头离开本机之前，若最新条目被删除将无法察觉。</translation>
    </message>
    <message>
        <source>Without a head kept outside this database the whole record could have been made anew. Keep one elsewhere.</source>
        <translation>若没有在此数据库之外保存链头，整个记录都可能是重新伪造的。请在别处保存一份。</translation>
    </message>
    <message>
        <source>The record cannot be read</source>
        <translation>无法读取记录</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No entry yet</source>
        <translation>尚无条目</translation>
    </message>
    <message>
        <source>No entry fits the filter</source>
        <translation>没有符合筛选的条目</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>older ones load while scrolling</source>
        <translation>滚动时加载更早的条目</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>条目 %1</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>none selected</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Hash of this entry</source>
        <translation>本条哈希</translation>
    </message>
    <message>
        <source>Place in the record</source>
        <translation>在记录中的位置</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入时间</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>链头</translation>
    </message>
    <message>
        <source>Audit record</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Actor, object, note or hash</source>
        <translation>操作者、对象、备注或哈希</translation>
    </message>
    <message>
        <source>Filter of the audit record</source>
        <translation>筛选审计记录</translation>
    </message>
    <message>
        <source>All</source>
        <comment>entries</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Copy the entry as JSON</source>
        <translation>将条目复制为 JSON</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>链</translation>
    </message>
    <message>
        <source>What this cannot show</source>
        <translation>此处无法证明的内容</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows shown</source>
        <translation>
            <numerusform>显示 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An extract of the record, %n entries</source>
        <translation>
            <numerusform>记录摘录，%n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln written since, not checked yet</source>
        <translation>
            <numerusform>此后写入 %Ln 条，尚未检查</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::AuditVerifier</name>
    <message>
        <source>The check was stopped after entry %1</source>
        <translation>检查在第 %1 条后停止</translation>
    </message>
    <message>
        <source>Entries after %1 are missing</source>
        <translation>第 %1 条之后的条目缺失</translation>
    </message>
    <message>
        <source>The entries are sound, but no anchor outside the database confirms that none is missing</source>
        <translation>条目完好，但数据库之外没有锚点可证明没有缺失</translation>
    </message>
    <message>
        <source>The anchor is not genuine: %1</source>
        <translation>锚点不真实：%1</translation>
    </message>
    <message>
        <source>The anchor&apos;s head is entry %1, the database ends at %2</source>
        <translation>锚点的链头是第 %1 条，而数据库止于第 %2 条</translation>
    </message>
    <message>
        <source>The anchor&apos;s head at entry %1 differs from the database</source>
        <translation>锚点在第 %1 条的链头与数据库不同</translation>
    </message>
    <message>
        <source>All %1 entries match, anchored at entry %2</source>
        <translation>全部 %1 条相符，锚定于第 %2 条</translation>
    </message>
    <message>
        <source>The file is not an exported audit log</source>
        <translation>该文件不是导出的审计日志</translation>
    </message>
    <message>
        <source>Entry %1 is missing</source>
        <translation>缺少第 %1 条</translation>
    </message>
    <message>
        <source>The entries do not give the signed head</source>
        <translation>条目与签名链头不符</translation>
    </message>
    <message>
        <source>All %1 entries match the signed head of the file</source>
        <translation>全部 %1 条与文件的签名链头相符</translation>
    </message>
</context>
<context>
    <name>lepto::CapacityTable</name>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>7 d + 3 d</source>
        <translation>7 天 + 3 天</translation>
    </message>
    <message>
        <source>Limit reached (UTC)</source>
        <translation>达到上限 (UTC)</translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation>达到上限</translation>
    </message>
    <message>
        <source>Band held</source>
        <translation>区间命中</translation>
    </message>
    <message>
        <source>Capacity, fullest first</source>
        <translation>容量，最满者在前</translation>
    </message>
    <message>
        <source>asking for a forecast</source>
        <translation>正在请求预测</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>暂不显示</translation>
    </message>
    <message>
        <source>no forecast</source>
        <translation>无预测</translation>
    </message>
    <message>
        <source>no better than seasonal naive</source>
        <translation>不优于季节性朴素法</translation>
    </message>
    <message>
        <source>not enough history</source>
        <translation>历史数据不足</translation>
    </message>
    <message>
        <source>not within 3 d</source>
        <translation>3 天内不会</translation>
    </message>
    <message>
        <source>earliest %1</source>
        <translation>最早 %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>80 %: %1 to %2</source>
        <translation>80 %：%1 至 %2</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>上限 %1</translation>
    </message>
</context>
<context>
    <name>lepto::Catalogue</name>
    <message>
        <source>%1: only the first %2 files are read</source>
        <translation>%1：只读取前 %2 个文件</translation>
    </message>
    <message>
        <source>%1: the file is a link or cannot be read</source>
        <translation>%1：文件是链接或无法读取</translation>
    </message>
    <message>
        <source>%1: another file already has the id &quot;%2&quot;</source>
        <translation>%1：另一文件已使用 id“%2”</translation>
    </message>
</context>
<context>
    <name>lepto::ChangeFollower</name>
    <message>
        <source>%1: there is no such file yet</source>
        <translation>%1：还没有这个文件</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2</source>
        <translation>%1：无法读取：%2</translation>
    </message>
    <message>
        <source>not a plain file</source>
        <translation>不是普通文件</translation>
    </message>
</context>
<context>
    <name>lepto::ChangeStore</name>
    <message>
        <source>there is no such change</source>
        <translation>没有这个变更</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation>结束早于开始</translation>
    </message>
    <message>
        <source>the title, the text or the list of tags is too long</source>
        <translation>标题、正文或标签列表过长</translation>
    </message>
    <message>
        <source>it has no title</source>
        <translation>没有标题</translation>
    </message>
    <message>
        <source>the address must begin with http:// or https://</source>
        <translation>地址必须以 http:// 或 https:// 开头</translation>
    </message>
    <message>
        <source>it came from %1 and can only be removed there</source>
        <translation>它来自 %1，只能在那里删除</translation>
    </message>
</context>
<context>
    <name>lepto::ChangeTable</name>
    <message>
        <source>Recent changes</source>
        <translation>近期变更</translation>
    </message>
</context>
<context>
    <name>lepto::ChartFeed</name>
    <message>
        <source>No series match this query</source>
        <translation>没有序列符合此查询</translation>
    </message>
    <message>
        <source>No samples in this range</source>
        <translation>此范围内没有样本</translation>
    </message>
    <message>
        <source>%1 of %2 series</source>
        <translation>%1/%2 个序列</translation>
    </message>
    <message>
        <source>Bundle, %1</source>
        <translation>事故包，%1</translation>
    </message>
    <message>
        <source>%1 of %2 drawn</source>
        <translation>绘制 %1/%2</translation>
    </message>
    <message>
        <source>%1 of %2 drawn, top by last value</source>
        <translation>绘制 %1 / %2，按最新值取最大者</translation>
    </message>
    <message>
        <source>%1, the week before</source>
        <translation>%1（前一周）</translation>
    </message>
    <message>
        <source>%1, the day before</source>
        <translation>%1（前一天）</translation>
    </message>
</context>
<context>
    <name>lepto::ChartLegend</name>
    <message>
        <source>Showing %1 of %2, top by last value</source>
        <translation>显示 %1 / %2，按最新值取最大者</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message numerus="yes">
        <source>Legend, %n series</source>
        <translation>
            <numerusform>图例，%n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter shows one series alone, Space hides and shows it, S sorts</source>
        <translation>Enter 单独显示一个序列，空格隐藏或显示，S 排序</translation>
    </message>
    <message>
        <source>%1 (hidden)</source>
        <translation>%1（已隐藏）</translation>
    </message>
</context>
<context>
    <name>lepto::ChartPanel</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>min/max 1:%1</source>
        <translation>最小/最大 1:%1</translation>
    </message>
    <message numerus="yes">
        <source>%n anomalies in view</source>
        <translation>
            <numerusform>视图中有 %n 个异常</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>expected %1 to %2</source>
        <translation>预期 %1 至 %2</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 前的数据</translation>
    </message>
    <message>
        <source>Menu of the chart</source>
        <translation>图表菜单</translation>
    </message>
    <message>
        <source>Chart. Arrow keys move the crosshair, L labels, C goes to the next change, Ctrl+Shift+T shows the values as a table</source>
        <translation>图表。方向键移动十字线，L 标注，C 跳到下一项变更，Ctrl+Shift+T 以表格显示数值</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>数据过期</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>from a bundle</source>
        <translation>来自数据包</translation>
    </message>
</context>
<context>
    <name>lepto::ChartTable</name>
    <message>
        <source>Values of the chart</source>
        <translation>图表数值</translation>
    </message>
</context>
<context>
    <name>lepto::ChartTableModel</name>
    <message>
        <source>over %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>anomaly, score %1</source>
        <translation>异常，分数 %1</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>本地时间</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期内</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>lepto::Collector</name>
    <message>
        <source>the disk is behind; samples are not kept</source>
        <translation>磁盘跟不上；样本没有保存</translation>
    </message>
</context>
<context>
    <name>lepto::CommandPalette</name>
    <message>
        <source>Search services, metrics, incidents, commands</source>
        <translation>搜索服务、指标、事故、命令</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>open</source>
        <comment>verb, Enter opens what is selected</comment>
        <translation>打开</translation>
    </message>
    <message>
        <source>arm first</source>
        <translation>请先开启写模式</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::CompletionPopup</name>
    <message>
        <source>keyword</source>
        <translation>关键字</translation>
    </message>
    <message>
        <source>aggregation</source>
        <translation>聚合</translation>
    </message>
    <message>
        <source>function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>counts up: use rate() or increase()</source>
        <translation>只增计数器：请用 rate() 或 increase()</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>瞬时值</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>Tab or Enter takes it, Esc closes, Ctrl+I explains the query</source>
        <translation>Tab 或 Enter 采用，Esc 关闭，Ctrl+I 解释查询</translation>
    </message>
    <message>
        <source>Completion %1 of %2: %3, %4</source>
        <translation>补全第 %1 项，共 %2 项：%3，%4</translation>
    </message>
</context>
<context>
    <name>lepto::ConnectionTest</name>
    <message>
        <source>no answer within %1 seconds</source>
        <translation>%1 秒内没有应答</translation>
    </message>
    <message>
        <source>the secret is sent over http without encryption</source>
        <translation>密钥将通过未加密的 http 发送</translation>
    </message>
    <message>
        <source>the address is well formed</source>
        <translation>地址格式正确</translation>
    </message>
    <message>
        <source>the address is a number, no name to look up</source>
        <translation>地址为数字，无需解析域名</translation>
    </message>
    <message>
        <source>the host name %1 is not known</source>
        <translation>主机名 %1 未知</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source>connected to %1</source>
        <translation>已连接 %1</translation>
    </message>
    <message>
        <source>connection refused, nothing listens on %1</source>
        <translation>连接被拒绝，%1 上没有监听</translation>
    </message>
    <message>
        <source>no connection to %1: %2</source>
        <translation>无法连接 %1：%2</translation>
    </message>
    <message>
        <source>the server does not speak TLS on this port; try http://</source>
        <translation>服务器在此端口不使用 TLS；请尝试 http://</translation>
    </message>
    <message>
        <source>the certificate is not checked, anyone may answer in the server&apos;s name</source>
        <translation>未校验证书，任何人都可冒充服务器应答</translation>
    </message>
    <message>
        <source>the certificate ends soon, on %1</source>
        <translation>证书即将于 %1 到期</translation>
    </message>
    <message>
        <source>%1, certificate good until %2</source>
        <translation>%1，证书有效至 %2</translation>
    </message>
    <message>
        <source>the server accepts the credentials</source>
        <translation>服务器接受凭据</translation>
    </message>
    <message>
        <source>the server asks for no credentials</source>
        <translation>服务器不要求凭据</translation>
    </message>
    <message>
        <source>the query API answers</source>
        <translation>查询接口有应答</translation>
    </message>
    <message>
        <source>the answer is a web page instead of metrics; check the path, it is often /metrics</source>
        <translation>应答是网页而非指标；请检查路径，通常为 /metrics</translation>
    </message>
    <message>
        <source>no line of the answer is a metric; line 1: %1</source>
        <translation>应答中没有指标行；第 1 行：%1</translation>
    </message>
    <message>
        <source>%1 samples, %2 lines cannot be read; line %3: %4</source>
        <translation>%1 个样本，%2 行无法读取；第 %3 行：%4</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>the server does not say what it is: %1</source>
        <translation>服务器未说明自身类型：%1</translation>
    </message>
    <message>
        <source>the server does not send its time</source>
        <translation>服务器未发送时间</translation>
    </message>
    <message>
        <source>the clocks agree within %1 seconds</source>
        <translation>时钟偏差在 %1 秒以内</translation>
    </message>
    <message>
        <source>the server is %1 seconds ahead, limit %2</source>
        <translation>服务器快 %1 秒，上限 %2</translation>
    </message>
    <message>
        <source>the server is %1 seconds behind, limit %2</source>
        <translation>服务器慢 %1 秒，上限 %2</translation>
    </message>
    <message>
        <source>the selector matches no series</source>
        <translation>选择器没有匹配的序列</translation>
    </message>
    <message>
        <source>the selector matches %1 series, only the first %2 are mirrored</source>
        <translation>选择器匹配 %1 个序列，只镜像前 %2 个</translation>
    </message>
    <message numerus="yes">
        <source>the selector matches %n series</source>
        <translation>
            <numerusform>选择器匹配 %n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>the page is empty</source>
        <translation>页面为空</translation>
    </message>
    <message>
        <source>the selector has only native histograms, which are not read</source>
        <translation>选择器只含原生直方图，不会读取</translation>
    </message>
    <message>
        <source>the kernel&apos;s figures in /proc cannot be read</source>
        <translation>无法读取 /proc 中的内核数据</translation>
    </message>
    <message numerus="yes">
        <source>%n series of this machine</source>
        <translation>
            <numerusform>本机 %n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>the answer names no version, this is not Alertmanager&apos;s API; check the path of the address</source>
        <translation>响应没有版本信息，这不是 Alertmanager 的接口；请检查地址的路径</translation>
    </message>
    <message>
        <source>Alertmanager %1, cluster: %2</source>
        <translation>Alertmanager %1，集群：%2</translation>
    </message>
    <message>
        <source>the API v2 answers</source>
        <translation>API v2 有响应</translation>
    </message>
    <message>
        <source>the list of alerts cannot be read</source>
        <translation>无法读取告警列表</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>%n 条告警</numerusform>
        </translation>
    </message>
    <message>
        <source>the answer is no list of annotations, this is not Grafana&apos;s API; check the path of the address</source>
        <translation>应答不是注释列表，这不是 Grafana 的 API；请检查地址中的路径</translation>
    </message>
    <message>
        <source>the annotations can be read</source>
        <translation>可以读取注释</translation>
    </message>
</context>
<context>
    <name>lepto::ConnectionTestView</name>
    <message>
        <source>Connection test</source>
        <translation>连接测试</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The test only reads, in the background.</source>
        <translation>测试只读取数据，在后台进行。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Usable.</source>
        <translation>可用。</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Press Test connection. Values need not be saved first.</source>
        <translation>请按“测试连接”，无需先保存。</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>lepto::DashboardView</name>
    <message>
        <source>Back to queries</source>
        <translation>返回查询</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>仪表板</translation>
    </message>
    <message numerus="yes">
        <source>%n charts</source>
        <translation>
            <numerusform>%n 个图表</numerusform>
        </translation>
    </message>
    <message>
        <source>showing %1 of %2 charts</source>
        <translation>显示 %2 个图表中的 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%n not taken over, see below</source>
        <translation>
            <numerusform>%n 项未导入，见下方</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashboard %1</source>
        <translation>仪表板 %1</translation>
    </message>
    <message>
        <source>Variable %1</source>
        <translation>变量 %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message numerus="yes">
        <source>%n panels</source>
        <translation>
            <numerusform>%n 个面板</numerusform>
        </translation>
    </message>
    <message>
        <source>as lines</source>
        <translation>以折线显示</translation>
    </message>
    <message>
        <source>It has no query that can be asked here.</source>
        <translation>其中没有可在此执行的查询。</translation>
    </message>
    <message>
        <source>Not taken over</source>
        <translation>未导入的内容</translation>
    </message>
</context>
<context>
    <name>lepto::DesktopNotifier</name>
    <message>
        <source>This desktop has no place for notifications; messages stay inside the window.</source>
        <translation>此桌面不支持通知；消息只显示在窗口内。</translation>
    </message>
    <message>
        <source>The quiet hours “%1” are not of the form 22:00-07:00; there are none.</source>
        <translation>免打扰时段“%1”不是 22:00-07:00 的形式；因此没有免打扰时段。</translation>
    </message>
</context>
<context>
    <name>lepto::DryRun</name>
    <message>
        <source>Would run:
%1
</source>
        <translation>将执行：
%1
</translation>
    </message>
</context>
<context>
    <name>lepto::EdgeLink</name>
    <message>
        <source>the edge refuses</source>
        <translation>边缘节点拒绝连接</translation>
    </message>
    <message>
        <source>the edge sends samples that cannot be read</source>
        <translation>边缘节点发送的样本无法读取</translation>
    </message>
    <message>
        <source>the edge has been silent for %1 seconds</source>
        <translation>边缘节点已 %1 秒没有响应</translation>
    </message>
    <message>
        <source>the edge does not answer</source>
        <translation>边缘节点没有应答</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 无法启动：%2</translation>
    </message>
    <message>
        <source>the program is not installed at the edge (%1)</source>
        <translation>边缘节点上未安装本程序（%1）</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>%1 ended with status %2</source>
        <translation>%1 以状态 %2 结束</translation>
    </message>
</context>
<context>
    <name>lepto::EdgeProbe</name>
    <message>
        <source>no answer within %1 seconds</source>
        <translation>%1 秒内没有应答</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>it collects; %1 MiB wait</source>
        <translation>正在采集；%1 MiB 等待传送</translation>
    </message>
    <message>
        <source>nothing collects there; %1 MiB wait</source>
        <translation>那里没有采集进程；%1 MiB 等待传送</translation>
    </message>
    <message>
        <source>the clocks agree within %1 seconds</source>
        <translation>时钟相差不超过 %1 秒</translation>
    </message>
    <message>
        <source>the edge&apos;s clock is %1 seconds ahead</source>
        <translation>边缘节点的时钟快 %1 秒</translation>
    </message>
    <message>
        <source>the edge&apos;s clock is %1 seconds behind</source>
        <translation>边缘节点的时钟慢 %1 秒</translation>
    </message>
</context>
<context>
    <name>lepto::EdgeSource</name>
    <message>
        <source>the history does not take the samples; they wait at the edge</source>
        <translation>历史库未接收样本；样本在边缘节点等待</translation>
    </message>
    <message>
        <source>the edge&apos;s clock is %1 seconds ahead</source>
        <translation>边缘节点的时钟快 %1 秒</translation>
    </message>
    <message>
        <source>the edge&apos;s clock is %1 seconds behind</source>
        <translation>边缘节点的时钟慢 %1 秒</translation>
    </message>
    <message>
        <source>%1 samples were dropped at the edge while its spool was full or damaged</source>
        <translation>边缘节点的缓存已满或损坏，丢弃了 %1 个样本</translation>
    </message>
    <message>
        <source>%1 MiB of %2 MiB wait at the edge</source>
        <translation>边缘节点有 %1 MiB（上限 %2 MiB）等待传送</translation>
    </message>
    <message>
        <source>nothing collects at the edge</source>
        <translation>边缘节点上没有采集进程</translation>
    </message>
    <message>
        <source>catching up: the newest sample is %1 seconds old, %2 MiB wait</source>
        <translation>正在追赶：最新样本为 %1 秒前，%2 MiB 等待传送</translation>
    </message>
    <message>
        <source>the edge has had no new sample for %1 seconds</source>
        <translation>边缘节点已 %1 秒没有新样本</translation>
    </message>
</context>
<context>
    <name>lepto::EngineAlertDesk</name>
    <message>
        <source>a bundle carries no history of alerts</source>
        <translation>录制包中没有告警历史</translation>
    </message>
    <message>
        <source>a bundle is open; close it to change anything</source>
        <translation>录制包已打开；关闭后才能更改</translation>
    </message>
    <message>
        <source>this console does not collect</source>
        <translation>本控制台不采集数据</translation>
    </message>
</context>
<context>
    <name>lepto::EngineConsole</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史数据</translation>
    </message>
    <message>
        <source>a bundle is open; close it to change anything</source>
        <translation>已打开事故包；请先关闭再更改</translation>
    </message>
    <message>
        <source>a bundle carries an extract; its own seal was verified when it was opened</source>
        <translation>事故包只含摘录；打开时已验证其封印</translation>
    </message>
    <message>
        <source>An extract that came with the bundle, whose seal was verified when it was opened</source>
        <translation>随事故包附带的摘录；其封印已在打开时验证</translation>
    </message>
</context>
<context>
    <name>lepto::EngineEventDesk</name>
    <message>
        <source>a bundle holds no log lines</source>
        <translation>数据包中没有日志行</translation>
    </message>
</context>
<context>
    <name>lepto::EngineImportDesk</name>
    <message>
        <source>a bundle is open; close it to change anything</source>
        <translation>已打开事故包；请先关闭再更改</translation>
    </message>
</context>
<context>
    <name>lepto::EpisodeModel</name>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Flapping</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>仍在继续</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>When it fired, over the range</source>
        <translation>在所选时间范围内何时触发</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Steadiness</source>
        <translation>稳定性</translation>
    </message>
    <message>
        <source>Fired for</source>
        <translation>触发总时长</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Last began</source>
        <translation>最近开始</translation>
    </message>
</context>
<context>
    <name>lepto::EventLane</name>
    <message numerus="yes">
        <source>Events, %n entries</source>
        <translation>
            <numerusform>事件，%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>lepto::ExplainPanel</name>
    <message>
        <source>What the query does</source>
        <translation>查询的含义</translation>
    </message>
    <message>
        <source>What query %1 does</source>
        <translation>查询 %1 的含义</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>关闭解释</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>正在查询</translation>
    </message>
    <message>
        <source>cost at one time</source>
        <translation>单个时刻的开销</translation>
    </message>
</context>
<context>
    <name>lepto::ExploreInspector</name>
    <message numerus="yes">
        <source>%n gaps</source>
        <translation>
            <numerusform>%n 处缺口</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation>在范围结束前已停止</translation>
    </message>
    <message numerus="yes">
        <source>ended and came back, %n times</source>
        <translation>
            <numerusform>结束后又恢复，%n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values are no number</source>
        <translation>
            <numerusform>%n 个值不是数字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came twice</source>
        <translation>
            <numerusform>%n 个重复到达</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came too late</source>
        <translation>
            <numerusform>%n 个到达过晚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counter resets</source>
        <translation>
            <numerusform>计数器重置 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>frozen, %n values repeat</source>
        <translation>
            <numerusform>数值冻结，%n 个值重复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outliers</source>
        <translation>
            <numerusform>%n 个离群值</numerusform>
        </translation>
    </message>
    <message>
        <source>irregular spacing</source>
        <translation>间隔不规则</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择范围</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>数据质量</translation>
    </message>
    <message>
        <source>Data in view</source>
        <translation>视图中的数据</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>于 %1</translation>
    </message>
    <message>
        <source>Newest values</source>
        <translation>最新数值</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>本地时间</translation>
    </message>
    <message>
        <source>%1 to %2, mean %3</source>
        <translation>%1 至 %2，均值 %3</translation>
    </message>
    <message>
        <source>No samples in it</source>
        <translation>其中没有样本</translation>
    </message>
    <message>
        <source>MASE %1, band held %2</source>
        <translation>MASE %1，区间命中 %2</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>no better than repeating last season</source>
        <translation>不优于重复上一周期</translation>
    </message>
    <message>
        <source>too few samples to judge</source>
        <translation>样本太少，无法评判</translation>
    </message>
    <message>
        <source>%1 of 100</source>
        <translation>%1 / 100</translation>
    </message>
    <message>
        <source>came of those due</source>
        <translation>应到样本的到达率</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>min/max 1:%1</source>
        <translation>最小/最大 1:%1</translation>
    </message>
    <message>
        <source>every sample</source>
        <translation>全部样本</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>异常</translation>
    </message>
</context>
<context>
    <name>lepto::ExplorePage</name>
    <message>
        <source>No query yet</source>
        <translation>尚无查询</translation>
    </message>
    <message>
        <source>Type PromQL above, or double-click a metric at the left</source>
        <translation>在上方输入 PromQL，或双击左侧的指标</translation>
    </message>
    <message>
        <source>Show the service in most trouble</source>
        <translation>显示问题最严重的服务</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>zoom; Shift-drag pans, Ctrl-drag labels</source>
        <translation>缩放；Shift 拖动平移，Ctrl 拖动标注</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>zoom at the pointer; Shift-wheel pans</source>
        <translation>以指针为中心缩放；Shift 滚轮平移</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>crosshair by one point, with Shift by ten</source>
        <translation>十字线移动一点，按 Shift 移动十点</translation>
    </message>
    <message>
        <source>label the selection</source>
        <translation>标注所选区段</translation>
    </message>
    <message>
        <source>class, while the label pop-up is open</source>
        <translation>标注弹窗打开时选择类别</translation>
    </message>
    <message>
        <source>take the last label back</source>
        <translation>撤销上一个标注</translation>
    </message>
    <message>
        <source>run the query</source>
        <translation>运行查询</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>duplicate the query</source>
        <translation>复制查询</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>move the query</source>
        <translation>移动查询</translation>
    </message>
    <message>
        <source>earlier queries</source>
        <translation>历史查询</translation>
    </message>
    <message>
        <source>explain the query</source>
        <translation>解释查询</translation>
    </message>
    <message>
        <source>lay the query out</source>
        <translation>格式化查询</translation>
    </message>
    <message>
        <source>save these queries as a view</source>
        <translation>将这些查询存为视图</translation>
    </message>
    <message>
        <source>open a saved view</source>
        <translation>打开已存视图</translation>
    </message>
    <message>
        <source>filter metrics</source>
        <translation>筛选指标</translation>
    </message>
    <message>
        <source>Or begin with one of these</source>
        <translation>或从下列查询开始</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Run asks again</source>
        <translation>点击“运行”重新查询</translation>
    </message>
</context>
<context>
    <name>lepto::ExporterSource</name>
    <message>
        <source>the answer is a web page instead of metrics; check the path, it is often /metrics</source>
        <translation>应答是网页而非指标；请检查路径，通常为 /metrics</translation>
    </message>
    <message>
        <source>the page has more than %1 samples</source>
        <translation>页面样本超过 %1 个</translation>
    </message>
    <message>
        <source>no line of the answer is a metric; line %1: %2</source>
        <translation>应答中没有指标行；第 %1 行：%2</translation>
    </message>
    <message>
        <source>line %1 is left out: %2</source>
        <translation>第 %1 行被忽略：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n samples lie in the future and are left out</source>
        <translation>
            <numerusform>%n 个样本位于未来，已忽略</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::GapFiller</name>
    <message>
        <source>there is no place for secrets</source>
        <translation>没有可存放密钥的地方</translation>
    </message>
</context>
<context>
    <name>lepto::GapWatch</name>
    <message>
        <source>%1: missed history is not fetched: %2</source>
        <translation>%1：未能取回缺失的历史：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 samples are fetched from the server, of %n minutes without collection</source>
        <translation>
            <numerusform>%1：已从服务器取回 %n 分钟未采集期间的 %2 个样本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::GrafanaSource</name>
    <message>
        <source>there are more annotations than Grafana lists at once</source>
        <translation>注释多于 Grafana 一次列出的数量</translation>
    </message>
</context>
<context>
    <name>lepto::HealthMap</name>
    <message>
        <source>%1 of %2 instances up</source>
        <translation>%1/%2 个实例在线</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message numerus="yes">
        <source>Fleet, %n services, %1 critical, %2 warning, %3 silent</source>
        <translation>
            <numerusform>服务全景，%n 个服务，%1 个严重，%2 个警告，%3 个无数据</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 silent</source>
        <translation>%1 个无数据</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
</context>
<context>
    <name>lepto::HealthPage</name>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>limit reached with 80 % interval</source>
        <translation>达到上限的时间及 80 % 区间</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>服务全景</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>Suggested actions</source>
        <translation>建议的操作</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>近期变更</translation>
    </message>
    <message>
        <source>none recorded</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>read-only: review, not run</source>
        <translation>只读：可查看，不可执行</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>move in the fleet</source>
        <translation>在服务全景中移动</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>open the service in Explore</source>
        <translation>在“探索”中打开服务</translation>
    </message>
    <message>
        <source>next, previous item</source>
        <translation>下一项、上一项</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>verdict: true, false, expected, wrong scope, missed</source>
        <translation>判定：属实、误报、预期内、范围错误、漏报</translation>
    </message>
    <message>
        <source>open the incident</source>
        <translation>打开事故</translation>
    </message>
    <message>
        <source>label the selected stretch of a chart</source>
        <translation>标注图表上所选区段</translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n 个服务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation>
            <numerusform>%n 个实例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n, worst first</source>
        <translation>
            <numerusform>%n 项，最严重者在前</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is watched yet</source>
        <translation>尚未监视任何对象</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>暂无需要您处理的事项</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>No such signal</source>
        <translation>没有此信号</translation>
    </message>
    <message>
        <source>No rule measures it for this service</source>
        <translation>没有规则为此服务测量该信号</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>last value at %1</source>
        <translation>最后数值于 %1</translation>
    </message>
    <message>
        <source>no value yet</source>
        <translation>尚无数值</translation>
    </message>
    <message>
        <source>No signal yet</source>
        <translation>尚无信号</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>预期 %1</translation>
    </message>
</context>
<context>
    <name>lepto::HistoryPopup</name>
    <message>
        <source>Filter earlier queries</source>
        <translation>筛选历史查询</translation>
    </message>
    <message>
        <source>Earlier queries, newest first</source>
        <translation>历史查询，最新在前</translation>
    </message>
    <message>
        <source>No query was run yet</source>
        <translation>尚未运行过查询</translation>
    </message>
    <message>
        <source>No earlier query fits</source>
        <translation>没有匹配的历史查询</translation>
    </message>
</context>
<context>
    <name>lepto::HostSource</name>
    <message>
        <source>the kernel&apos;s figures cannot be read</source>
        <translation>无法读取内核数据</translation>
    </message>
</context>
<context>
    <name>lepto::HttpClient</name>
    <message>
        <source>the token file cannot be read: %1</source>
        <translation>无法读取令牌文件：%1</translation>
    </message>
    <message>
        <source>the token file is empty or has more than one line</source>
        <translation>令牌文件为空或多于一行</translation>
    </message>
    <message>
        <source>the address must begin with http:// or https://</source>
        <translation>地址必须以 http:// 或 https:// 开头</translation>
    </message>
    <message>
        <source>the answer was not read to its end</source>
        <translation>应答未读取完整</translation>
    </message>
    <message>
        <source>the answer is packed although it was asked for plain</source>
        <translation>要求的是未压缩的应答，服务器却发来压缩的</translation>
    </message>
</context>
<context>
    <name>lepto::ImportPanel</name>
    <message>
        <source>a table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>metrics as text</source>
        <translation>文本格式的指标</translation>
    </message>
    <message>
        <source>metrics as OpenMetrics text</source>
        <translation>OpenMetrics 文本格式的指标</translation>
    </message>
    <message>
        <source>blocks of a Prometheus server</source>
        <translation>Prometheus 服务器的数据块</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>A file of samples</source>
        <translation>样本文件</translation>
    </message>
    <message>
        <source>A folder of a Prometheus server</source>
        <translation>Prometheus 服务器的文件夹</translation>
    </message>
    <message>
        <source>Blocks of a Prometheus server, CSV tables, metrics as text: choose one here, or drop it on the window.</source>
        <translation>Prometheus 数据块、CSV 表格、文本格式的指标：在此选择，或拖放到窗口上。</translation>
    </message>
    <message>
        <source>Import samples</source>
        <translation>导入样本</translation>
    </message>
    <message>
        <source>Source: the label that all imported series get</source>
        <translation>来源：所有导入序列都会带上的标签</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Column of the time, title or number; empty: found by itself</source>
        <translation>时间列的标题或序号；留空则自动识别</translation>
    </message>
    <message>
        <source>Time column, found by itself</source>
        <translation>时间列，自动识别</translation>
    </message>
    <message>
        <source>The first rows as they would be read</source>
        <translation>将被读取的前几行</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Cancel import</source>
        <translation>取消导入</translation>
    </message>
    <message>
        <source>Close the import</source>
        <translation>关闭导入</translation>
    </message>
    <message>
        <source>An import is under way. The next one can begin once it is over.</source>
        <translation>正在导入。完成后才能开始下一个。</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>尚未存储任何内容。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Time, UTC</source>
        <translation>时间（UTC）</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>First lines</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new samples</source>
        <translation>
            <numerusform>%n 个新样本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was stored by then stays: </source>
        <translation>已停止。此前存储的内容保留：</translation>
    </message>
    <message>
        <source>Done: </source>
        <translation>完成：</translation>
    </message>
    <message>
        <source>were there already</source>
        <translation>个样本此前已存在</translation>
    </message>
    <message>
        <source>repeat a time of an earlier row and were left out</source>
        <translation>个样本与前面的行时间重复，已忽略</translation>
    </message>
    <message>
        <source>rows were left out; the first: %1</source>
        <translation>行被忽略；第一行的原因：%1</translation>
    </message>
    <message>
        <source>samples were refused: their time is none, or a limit on series holds</source>
        <translation>个样本被拒绝：时间无效，或达到序列上限</translation>
    </message>
    <message>
        <source>native histograms were not stored</source>
        <translation>个原生直方图未存储</translation>
    </message>
    <message>
        <source>parts could not be read:</source>
        <translation>个部分无法读取：</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>没有导入任何内容。</translation>
    </message>
</context>
<context>
    <name>lepto::IncidentDetail</name>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>onset %1</source>
        <translation>起始 %1</translation>
    </message>
    <message>
        <source>detected after %1</source>
        <translation>%1后检出</translation>
    </message>
    <message>
        <source>lasted %1</source>
        <translation>持续 %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>已持续 %1</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>负责人 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, expected %2</source>
        <translation>%1，预期 %2</translation>
    </message>
    <message>
        <source>first %1 of %2 drawn</source>
        <translation>绘制前 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>by onset, then score</source>
        <translation>按起始时间，再按分数</translation>
    </message>
    <message>
        <source>No anomalous signal is part of this incident.</source>
        <translation>此事故不含异常信号。</translation>
    </message>
    <message>
        <source>Order of onset shows what moved first. It does not prove a cause.</source>
        <translation>起始顺序说明谁先变化，但不能证明因果。</translation>
    </message>
    <message>
        <source>One key: T F E W M. Verdicts train the next model.</source>
        <translation>单键判定：T F E W M。判定用于训练下一个模型。</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1，由 %2</translation>
    </message>
    <message>
        <source>Save the incident as a bundle</source>
        <translation>将事故保存为事故包</translation>
    </message>
    <message>
        <source>Bundles (*.lepto)</source>
        <translation>事故包 (*.lepto)</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>%1 not saved</source>
        <translation>未保存 %1</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>Save bundle</source>
        <translation>保存事故包</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Add a note, Enter saves</source>
        <translation>添加备注，回车保存</translation>
    </message>
    <message>
        <source>Note on this incident</source>
        <translation>此事故的备注</translation>
    </message>
    <message>
        <source>Anomalous signals</source>
        <translation>异常信号</translation>
    </message>
    <message>
        <source>Your verdict</source>
        <translation>您的判定</translation>
    </message>
    <message>
        <source>Suggested actions</source>
        <translation>建议的操作</translation>
    </message>
    <message>
        <source>No anomalous signal</source>
        <translation>没有异常信号</translation>
    </message>
    <message>
        <source>This incident was opened by a missed target or by hand</source>
        <translation>此事故由未达目标或人工创建</translation>
    </message>
</context>
<context>
    <name>lepto::IncidentModel</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事故</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Detected after</source>
        <translation>检出耗时</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
</context>
<context>
    <name>lepto::IncidentStore</name>
    <message>
        <source>an incident that is %1 cannot become %2</source>
        <translation>状态为 %1 的事故不能变为 %2</translation>
    </message>
    <message>
        <source>the note is empty</source>
        <translation>备注为空</translation>
    </message>
    <message>
        <source>the note is longer than %1 characters</source>
        <translation>备注超过 %1 个字符</translation>
    </message>
</context>
<context>
    <name>lepto::IncidentsPage</name>
    <message>
        <source>Incidents</source>
        <translation>事故</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Filter incidents</source>
        <translation>筛选事故</translation>
    </message>
    <message>
        <source>Incidents, newest first</source>
        <translation>事故，最新在前</translation>
    </message>
    <message>
        <source>next, previous row or entry</source>
        <translation>下一行、上一行或条目</translation>
    </message>
    <message>
        <source>next anomaly</source>
        <translation>下一个异常</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>open the incident</source>
        <translation>打开事故</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>back to the table</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>verdict: true, false, expected, wrong scope, missed</source>
        <translation>判定：属实、误报、预期内、范围错误、漏报</translation>
    </message>
    <message>
        <source>label the selected stretch of a chart</source>
        <translation>标注图表上所选区段</translation>
    </message>
    <message>
        <source>save the incident as a bundle</source>
        <translation>将事故保存为事故包</translation>
    </message>
    <message>
        <source>%1 open, %2 closed</source>
        <translation>%1 个未处理，%2 个已关闭</translation>
    </message>
    <message>
        <source>No incident yet</source>
        <translation>尚无事故</translation>
    </message>
    <message>
        <source>No incident matches</source>
        <translation>没有匹配的事故</translation>
    </message>
    <message>
        <source>Anomalies and missed targets that belong together become one incident here</source>
        <translation>相关的异常与未达目标会在此合并为一个事故</translation>
    </message>
</context>
<context>
    <name>lepto::JournalSource</name>
    <message>
        <source>is not installed, so the journal cannot be read</source>
        <translation>未安装，无法读取系统日志</translation>
    </message>
    <message>
        <source>an entry of the journal cannot be read and is left out</source>
        <translation>系统日志中有一条记录无法读取，已略过</translation>
    </message>
    <message>
        <source>ended unexpectedly</source>
        <translation>意外结束</translation>
    </message>
    <message>
        <source>no journal can be seen there</source>
        <translation>那里看不到系统日志</translation>
    </message>
</context>
<context>
    <name>lepto::KeyOverlay</name>
    <message>
        <source>Find anything, run any command</source>
        <translation>查找任何内容，运行任何命令</translation>
    </message>
    <message>
        <source>First to eighth page</source>
        <translation>第一至第八页</translation>
    </message>
    <message>
        <source>Filter the list in front of you</source>
        <translation>筛选当前列表</translation>
    </message>
    <message>
        <source>Back and forward in time</source>
        <translation>时间向前、向后</translation>
    </message>
    <message>
        <source>Zoom out and in</source>
        <translation>缩小、放大</translation>
    </message>
    <message>
        <source>Default range</source>
        <translation>默认范围</translation>
    </message>
    <message>
        <source>Live or paused</source>
        <translation>实时或暂停</translation>
    </message>
    <message>
        <source>UTC or local time</source>
        <translation>UTC 或本地时间</translation>
    </message>
    <message>
        <source>Earlier and later range</source>
        <translation>上一个、下一个范围</translation>
    </message>
    <message>
        <source>Arm or disarm write mode</source>
        <translation>开启或关闭写模式</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>停止所有操作</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>All keys of this page</source>
        <translation>本页全部按键</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>本页按键</translation>
    </message>
    <message>
        <source>Keys everywhere</source>
        <translation>通用按键</translation>
    </message>
    <message>
        <source>About this console</source>
        <translation>关于此控制台</translation>
    </message>
</context>
<context>
    <name>lepto::KeySettings</name>
    <message>
        <source>Press the new key</source>
        <translation>按下新的按键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>重置：%1</translation>
    </message>
    <message>
        <source>%1 is not kept. %2</source>
        <comment>keys, reason</comment>
        <translation>未保留 %1。%2</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
</context>
<context>
    <name>lepto::LabelDesk</name>
    <message>
        <source>Label %1 – %2</source>
        <translation>标注 %1 – %2</translation>
    </message>
</context>
<context>
    <name>lepto::LabelLane</name>
    <message numerus="yes">
        <source>Labels, %n in view</source>
        <translation>
            <numerusform>标注，视图中 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>由 %1</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Ctrl+drag on a chart marks a stretch</source>
        <translation>在图表上按 Ctrl 拖动以标记区段</translation>
    </message>
</context>
<context>
    <name>lepto::LabelPopup</name>
    <message>
        <source>Class of the label, keys 1 to 5</source>
        <translation>标注类别，按键 1 至 5</translation>
    </message>
    <message>
        <source>Reason, optional</source>
        <translation>原因，可选</translation>
    </message>
    <message>
        <source>Reason of the label</source>
        <translation>标注原因</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::LabelStore</name>
    <message>
        <source>label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>the region has no length</source>
        <translation>区段长度为零</translation>
    </message>
    <message>
        <source>the reason is longer than %1 characters</source>
        <translation>原因超过 %1 个字符</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>没有可撤销的内容</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>标注 %1</translation>
    </message>
    <message>
        <source>there is no such label</source>
        <translation>没有此标注</translation>
    </message>
</context>
<context>
    <name>lepto::LayoutStore</name>
    <message>
        <source>layout %1</source>
        <translation>布局 %1</translation>
    </message>
    <message>
        <source>there is no such layout</source>
        <translation>没有这个布局</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>it has no title</source>
        <translation>没有标题</translation>
    </message>
</context>
<context>
    <name>lepto::LiveScorer</name>
    <message>
        <source>the model&apos;s file cannot be used</source>
        <translation>模型文件无法使用</translation>
    </message>
    <message>
        <source>its series have no new samples</source>
        <translation>其序列没有新样本</translation>
    </message>
</context>
<context>
    <name>lepto::LocalCommand</name>
    <message>
        <source>the command is still running</source>
        <translation>命令仍在运行</translation>
    </message>
</context>
<context>
    <name>lepto::LogConnectionTest</name>
    <message>
        <source>no answer within %1 seconds</source>
        <translation>%1 秒内没有应答</translation>
    </message>
    <message>
        <source>the configuration is well formed</source>
        <translation>配置格式正确</translation>
    </message>
    <message numerus="yes">
        <source>the server answers and knows %n labels</source>
        <translation>
            <numerusform>服务器有应答，已知 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>the server does not send its time</source>
        <translation>服务器未发送其时间</translation>
    </message>
    <message>
        <source>the clocks differ by %1 seconds</source>
        <translation>时钟相差 %1 秒</translation>
    </message>
    <message>
        <source>the selector matches no line of the last hour</source>
        <translation>选择器在最近一小时内没有匹配的日志行</translation>
    </message>
    <message>
        <source>journalctl is not installed, so the journal cannot be read</source>
        <translation>未安装 journalctl，无法读取系统日志</translation>
    </message>
    <message>
        <source>the journal can be read</source>
        <translation>可以读取系统日志</translation>
    </message>
    <message>
        <source>journalctl ended with code %1</source>
        <translation>journalctl 以代码 %1 结束</translation>
    </message>
    <message>
        <source>the journal has no such entry</source>
        <translation>系统日志中没有这样的记录</translation>
    </message>
    <message numerus="yes">
        <source>%n files can be read</source>
        <translation>
            <numerusform>可以读取 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>there is no line yet</source>
        <translation>尚无日志行</translation>
    </message>
    <message>
        <source>%1 % of the lines say their time</source>
        <translation>%1% 的日志行带有时间</translation>
    </message>
    <message>
        <source>no journal can be seen on this machine</source>
        <translation>本机上看不到系统日志</translation>
    </message>
</context>
<context>
    <name>lepto::LogIntake</name>
    <message>
        <source>logs are kept again</source>
        <translation>日志恢复保存</translation>
    </message>
</context>
<context>
    <name>lepto::LogLane</name>
    <message>
        <source>No logs are kept here</source>
        <translation>此处没有保存日志</translation>
    </message>
    <message>
        <source>Logs, %1 lines in view, %2 errors, %3 new patterns</source>
        <translation>日志，视图内 %1 行，%2 个错误，%3 个新模式</translation>
    </message>
    <message>
        <source>Logs, %1</source>
        <translation>日志，%1</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Arrow keys move from bar to bar, Enter selects the stretch of a bar</source>
        <translation>方向键在柱之间移动，Enter 选中该柱的时段</translation>
    </message>
    <message>
        <source>%1 to %2: %3 lines, %4 errors, %5 warnings</source>
        <translation>%1 至 %2：%3 行，%4 个错误，%5 个警告</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>No lines in this range</source>
        <translation>此范围内没有日志行</translation>
    </message>
    <message>
        <source>New pattern, first seen %1: %2</source>
        <translation>新模式，首次出现于 %1：%2</translation>
    </message>
</context>
<context>
    <name>lepto::LokiSource</name>
    <message numerus="yes">
        <source>more than %n lines carry the same time, some of them cannot be asked for</source>
        <translation>
            <numerusform>超过 %n 行具有相同的时间，其中一部分无法查询</numerusform>
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
        <translation>健康</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事故</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>本页按键</translation>
    </message>
    <message>
        <source>The console needs help.</source>
        <translation>控制台需要帮助。</translation>
    </message>
    <message>
        <source>All actions are stopped.</source>
        <translation>所有操作已停止。</translation>
    </message>
    <message>
        <source>Nothing new starts. What ran has stopped after its current target.</source>
        <translation>不再启动新的操作。正在执行的已在当前目标后停止。</translation>
    </message>
    <message>
        <source>Resume actions</source>
        <translation>恢复操作</translation>
    </message>
    <message>
        <source>Write mode ends in a minute.</source>
        <translation>写模式将在一分钟内关闭。</translation>
    </message>
    <message>
        <source>A running action finishes its step, nothing new starts.</source>
        <translation>正在执行的操作会完成当前步骤，不再启动新的操作。</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>Open audit</source>
        <translation>打开审计</translation>
    </message>
    <message>
        <source>This recording cannot be opened.</source>
        <translation>无法打开此记录。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>停止所有操作</translation>
    </message>
    <message>
        <source>Arm or disarm write mode</source>
        <translation>开启或关闭写模式</translation>
    </message>
    <message>
        <source>Live or paused</source>
        <translation>实时或暂停</translation>
    </message>
    <message>
        <source>UTC or local time</source>
        <translation>UTC 或本地时间</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>添加数据源</translation>
    </message>
    <message>
        <source>Dark or light theme</source>
        <translation>深色或浅色主题</translation>
    </message>
    <message>
        <source>Roll back: %1</source>
        <translation>回退：%1</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>数据质量</translation>
    </message>
    <message>
        <source>About this console</source>
        <translation>关于此控制台</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Import samples or a dashboard</source>
        <translation>导入样本或仪表板</translation>
    </message>
    <message>
        <source>Views and dashboards</source>
        <translation>视图与仪表板</translation>
    </message>
    <message>
        <source>Messages of this run</source>
        <translation>本次运行的消息</translation>
    </message>
    <message>
        <source>Notifications on the desktop are off.</source>
        <translation>桌面通知已关闭。</translation>
    </message>
</context>
<context>
    <name>lepto::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>lepto::ModelRegistry</name>
    <message>
        <source>a model&apos;s name has letters, digits, &apos;.&apos;, &apos;-&apos; and &apos;_&apos; only</source>
        <translation>模型名称只能含字母、数字、“.”、“-”和“_”</translation>
    </message>
    <message>
        <source>signed by a key that is not known here</source>
        <translation>签名密钥在此未知</translation>
    </message>
    <message>
        <source>the signature does not match</source>
        <translation>签名不符</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>the file differs from what was registered</source>
        <translation>文件与登记内容不同</translation>
    </message>
    <message>
        <source>there is no such model</source>
        <translation>没有此模型</translation>
    </message>
    <message>
        <source>the model is active already</source>
        <translation>模型已在用</translation>
    </message>
    <message>
        <source>no other version of this model has been active</source>
        <translation>此模型没有其他版本曾在用</translation>
    </message>
</context>
<context>
    <name>lepto::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Next, previous model or version</source>
        <translation>下一个、上一个模型或版本</translation>
    </message>
    <message>
        <source>Prepare a roll-back</source>
        <translation>准备回退</translation>
    </message>
    <message>
        <source>No trained model yet</source>
        <translation>尚无训练好的模型</translation>
    </message>
    <message>
        <source>The built-in baseline detectors watch every signal and need no training.</source>
        <translation>内置基线检测器监视所有信号，无需训练。</translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation>前往训练</translation>
    </message>
    <message>
        <source>by day of training; solid speaks, dashed is a candidate</source>
        <translation>按训练日期；实线为在用，虚线为候选</translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n 个版本</numerusform>
        </translation>
    </message>
    <message>
        <source>Signature valid</source>
        <translation>签名有效</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签名</translation>
    </message>
    <message>
        <source>first %1 of %2</source>
        <translation>前 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>Refused to load: %1. The version before stays in force.</source>
        <translation>拒绝加载：%1。继续使用之前的版本。</translation>
    </message>
    <message>
        <source>Not evaluated yet.</source>
        <translation>尚未评估。</translation>
    </message>
    <message>
        <source>Promote v%1</source>
        <translation>启用 v%1</translation>
    </message>
    <message>
        <source>Roll back to v%1</source>
        <translation>回退到 v%1</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>disabled: there is no version before</source>
        <translation>不可用：没有更早的版本</translation>
    </message>
    <message>
        <source>Roll %1 back to v%2</source>
        <translation>将 %1 回退到 v%2</translation>
    </message>
    <message>
        <source>%1 has no version to go back to</source>
        <translation>%1 没有可回退的版本</translation>
    </message>
    <message>
        <source>Model and thresholds together, about a second. Enters the audit record.</source>
        <translation>模型与阈值一同回退，约一秒。将写入审计记录。</translation>
    </message>
    <message>
        <source>Bring %1 back to v%2?</source>
        <translation>将 %1 恢复到 v%2？</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Let %1 v%2 speak from now on?</source>
        <translation>从现在起使用 %1 v%2？</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Against the baseline</source>
        <translation>与基线对比</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>模型护照</translation>
    </message>
    <message>
        <source>Copy the passport as JSON</source>
        <translation>将护照复制为 JSON</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
</context>
<context>
    <name>lepto::NavRail</name>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n 项需要您处理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::NotificationBell</name>
    <message>
        <source>Messages of this run</source>
        <translation>本次运行的消息</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>all read</source>
        <translation>全部已读</translation>
    </message>
</context>
<context>
    <name>lepto::NotificationPanel</name>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Messages of this run</source>
        <translation>本次运行的消息</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>全部标为已读</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Messages, newest first</source>
        <translation>消息，最新的在前</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重级别</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been said yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>Show it: %1</source>
        <translation>查看：%1</translation>
    </message>
</context>
<context>
    <name>lepto::NotificationWatch</name>
    <message>
        <source>%1 fires</source>
        <translation>%1 触发</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts fired</source>
        <translation>
            <numerusform>%n 条告警触发</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>%n 条严重</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning</source>
        <translation>
            <numerusform>%n 条警告</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 opened</source>
        <translation>%1 已开启</translation>
    </message>
    <message numerus="yes">
        <source>%n incidents opened</source>
        <translation>
            <numerusform>%n 个事件已开启</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 没有响应</translation>
    </message>
    <message>
        <source>Its alerts are shown as they were: %1</source>
        <translation>其告警按先前的情形显示：%1</translation>
    </message>
</context>
<context>
    <name>lepto::Parameter</name>
    <message>
        <source>the type must be one of: %1</source>
        <translation>类型必须是以下之一：%1</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot;</source>
        <translation>参数“%1”</translation>
    </message>
    <message>
        <source>the value is empty, too long or contains control characters</source>
        <translation>值为空、过长或含有控制字符</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number from %2 to %3</source>
        <translation>“%1”不是 %2 到 %3 之间的数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid %2</source>
        <translation>“%1”不是有效的 %2</translation>
    </message>
</context>
<context>
    <name>lepto::PollingSource</name>
    <message>
        <source>no answer for %1 seconds</source>
        <translation>%1 秒没有应答</translation>
    </message>
</context>
<context>
    <name>lepto::PrometheusClient</name>
    <message numerus="yes">
        <source>only the first %n series are read</source>
        <translation>
            <numerusform>只读取前 %n 个序列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::PrometheusSource</name>
    <message>
        <source>the server&apos;s clock differs by %1 seconds</source>
        <translation>服务器时钟相差 %1 秒</translation>
    </message>
    <message>
        <source>the server answers but has no samples for this selector</source>
        <translation>服务器有应答，但此选择器没有样本</translation>
    </message>
    <message>
        <source>the server answers but its newest sample is %1 minutes old</source>
        <translation>服务器有应答，但最新样本已有 %1 分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n native histograms cannot be read and are left out</source>
        <translation>
            <numerusform>%n 个原生直方图无法读取，已略过</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::QualityPage</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Survey this range, or stop</source>
        <translation>检查此范围，或停止</translation>
    </message>
    <message>
        <source>Next and previous row</source>
        <translation>下一行与上一行</translation>
    </message>
    <message>
        <source>The series of a group</source>
        <translation>查看一组的序列</translation>
    </message>
    <message>
        <source>Progress of the survey</source>
        <translation>检查进度</translation>
    </message>
    <message>
        <source>Quality of the series, the worst first</source>
        <translation>序列质量，最差的在前</translation>
    </message>
    <message>
        <source>Metric or label</source>
        <translation>指标或标签</translation>
    </message>
    <message>
        <source>Filter of the series</source>
        <translation>序列筛选</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>By metric</source>
        <translation>按指标</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>按数据源</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Survey this range</source>
        <translation>检查此范围</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>数据质量</translation>
    </message>
    <message>
        <source>Reading every series…</source>
        <translation>正在读取每个序列…</translation>
    </message>
    <message>
        <source>Not surveyed yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>range of time</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 too short to judge</source>
        <translation>%1 个样本太少，无法判断</translation>
    </message>
    <message>
        <source>only the first %1 of %2 stored series were read</source>
        <translation>在存储的 %2 个序列中只读取了前 %1 个</translation>
    </message>
    <message>
        <source>The series cannot be read</source>
        <translation>无法读取序列</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>What you see is the survey before.</source>
        <translation>您看到的是上一次检查。</translation>
    </message>
    <message>
        <source>The time bar shows another range than this survey.</source>
        <translation>时间栏显示的范围与此次检查不同。</translation>
    </message>
    <message>
        <source>This console has no history to judge</source>
        <translation>此控制台没有可判断的历史</translation>
    </message>
    <message>
        <source>No survey yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>No series has samples in this range</source>
        <translation>此范围内没有序列有样本</translation>
    </message>
    <message>
        <source>No series fits the filter</source>
        <translation>没有符合筛选的序列</translation>
    </message>
    <message>
        <source>Showing %1 of %2</source>
        <translation>显示 %2 个中的 %1 个</translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <translation>再显示 %1 个</translation>
    </message>
</context>
<context>
    <name>lepto::QueryRow</name>
    <message>
        <source>Query %1, PromQL</source>
        <translation>查询 %1，PromQL</translation>
    </message>
    <message>
        <source>PromQL, for example rate(node_cpu_seconds_total[5m])</source>
        <translation>PromQL，例如 rate(node_cpu_seconds_total[5m])</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Run query %1</source>
        <translation>运行查询 %1</translation>
    </message>
    <message>
        <source>Show or hide query %1</source>
        <translation>显示或隐藏查询 %1</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>正在查询</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>More for query %1</source>
        <translation>查询 %1 的更多操作</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel query %1</source>
        <translation>取消查询 %1</translation>
    </message>
    <message>
        <source>Run (Enter)</source>
        <translation>运行（Enter）</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Earlier queries</source>
        <translation>历史查询</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>no such series</source>
        <translation>没有这样的序列</translation>
    </message>
    <message>
        <source>est. %1 series, %2 samples</source>
        <translation>预计 %1 个序列，%2 个样本</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>第 %1 列：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::Relay</name>
    <message>
        <source>the console speaks version %1 of the edge protocol, this edge speaks version %2</source>
        <translation>控制台使用边缘协议版本 %1，此边缘节点使用版本 %2</translation>
    </message>
    <message>
        <source>another console takes from this edge already (process %1)</source>
        <translation>另一个控制台已在读取此边缘节点（进程 %1）</translation>
    </message>
    <message>
        <source>the spool cannot be locked</source>
        <translation>缓存无法加锁</translation>
    </message>
    <message>
        <source>the console has been silent for %1 seconds</source>
        <translation>控制台已 %1 秒没有响应</translation>
    </message>
</context>
<context>
    <name>lepto::RemediationService</name>
    <message>
        <source>there is no such runbook</source>
        <translation>没有此操作手册</translation>
    </message>
    <message>
        <source>a run that is %1 has no dry run</source>
        <translation>状态为 %1 的执行没有试运行</translation>
    </message>
    <message>
        <source>all actions are stopped; resume them first</source>
        <translation>所有操作已停止；请先恢复</translation>
    </message>
    <message>
        <source>The dry run found a step that would fail</source>
        <translation>试运行发现某一步会失败</translation>
    </message>
    <message>
        <source>the dry run comes first</source>
        <translation>请先试运行</translation>
    </message>
    <message>
        <source>a run that is %1 is not approved</source>
        <translation>状态为 %1 的执行不能批准</translation>
    </message>
    <message>
        <source>the plan has expired; make a new one</source>
        <translation>计划已失效；请重新生成</translation>
    </message>
    <message>
        <source>this key has already signed; another person&apos;s is needed</source>
        <translation>此密钥已签名；还需另一人的密钥</translation>
    </message>
    <message>
        <source>%1 more approvals are needed</source>
        <translation>还需 %1 个批准</translation>
    </message>
    <message>
        <source>another process is working on it</source>
        <translation>另一进程正在处理</translation>
    </message>
    <message>
        <source>a run that is %1 cannot be started</source>
        <translation>状态为 %1 的执行不能启动</translation>
    </message>
    <message>
        <source>the dry run is too old; repeat it</source>
        <translation>试运行已过时；请重新试运行</translation>
    </message>
    <message>
        <source>a run that is %1 cannot be cancelled here</source>
        <translation>状态为 %1 的执行不能在此取消</translation>
    </message>
    <message>
        <source>Cancelled by %1</source>
        <translation>由 %1 取消</translation>
    </message>
    <message>
        <source>there is nothing to take back</source>
        <translation>没有可回退的内容</translation>
    </message>
    <message>
        <source>Taken back by %1</source>
        <translation>由 %1 回退</translation>
    </message>
    <message>
        <source>a reason is needed</source>
        <translation>需要填写原因</translation>
    </message>
    <message>
        <source>it does not wait for a decision</source>
        <translation>它不在等待决定</translation>
    </message>
    <message>
        <source>Nobody started it in time</source>
        <translation>无人及时启动</translation>
    </message>
    <message>
        <source>another console is working on it</source>
        <translation>另一个控制台正在处理它</translation>
    </message>
</context>
<context>
    <name>lepto::RuleFields</name>
    <message>
        <source>a list of fields is expected here</source>
        <translation>此处应为字段列表</translation>
    </message>
    <message>
        <source>a field name is expected here</source>
        <translation>此处应为字段名</translation>
    </message>
    <message>
        <source>unknown field &quot;%1&quot;</source>
        <translation>未知字段“%1”</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; is given twice</source>
        <translation>字段“%1”重复</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; is missing</source>
        <translation>缺少字段“%1”</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; must be a text</source>
        <translation>字段“%1”必须是文本</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; is longer than %2 characters</source>
        <translation>字段“%1”超过 %2 个字符</translation>
    </message>
</context>
<context>
    <name>lepto::RulePoller</name>
    <message>
        <source>this server has no rules: %1</source>
        <translation>该服务器没有规则：%1</translation>
    </message>
</context>
<context>
    <name>lepto::RunDriver</name>
    <message>
        <source>Cancelled by %1</source>
        <translation>由 %1 取消</translation>
    </message>
    <message>
        <source>All actions were stopped</source>
        <translation>所有操作已停止</translation>
    </message>
    <message>
        <source>The console ended in the middle of it and is read-only now</source>
        <translation>控制台中途结束，现为只读</translation>
    </message>
    <message>
        <source>%1; step %2 was not started</source>
        <translation>%1；步骤 %2 未启动</translation>
    </message>
    <message>
        <source>It began, and nobody knows whether it took effect</source>
        <translation>已开始，但无法确定是否生效</translation>
    </message>
    <message>
        <source>It was ended after its time</source>
        <translation>超时后被终止</translation>
    </message>
    <message>
        <source>It was lost again and again</source>
        <translation>多次丢失</translation>
    </message>
    <message>
        <source>The probe finds the effect
</source>
        <translation>探测到效果
</translation>
    </message>
    <message>
        <source>The probe could not tell
</source>
        <translation>探测无法判断
</translation>
    </message>
    <message>
        <source>The probe was lost</source>
        <translation>探测丢失</translation>
    </message>
    <message>
        <source>Nobody knows whether step %1 took effect</source>
        <translation>无法确定步骤 %1 是否生效</translation>
    </message>
    <message>
        <source>Step %1 took too long</source>
        <translation>步骤 %1 超时</translation>
    </message>
    <message>
        <source>Step %1 failed with exit code %2</source>
        <translation>步骤 %1 失败，退出码 %2</translation>
    </message>
    <message>
        <source>Cancelled by %1 in step %2</source>
        <translation>由 %1 在步骤 %2 取消</translation>
    </message>
    <message>
        <source>All steps of the way back are done</source>
        <translation>回退步骤全部完成</translation>
    </message>
    <message>
        <source>All steps are done; nothing was changed</source>
        <translation>全部步骤完成；没有更改任何内容</translation>
    </message>
    <message>
        <source>The watch on the metrics was ended by %1</source>
        <translation>%1 结束了对指标的观察</translation>
    </message>
    <message>
        <source>The console ended before anything was done</source>
        <translation>控制台在执行前已结束</translation>
    </message>
</context>
<context>
    <name>lepto::RunGate</name>
    <message>
        <source>write mode</source>
        <translation>写模式</translation>
    </message>
    <message>
        <source>it can be on for a day at most</source>
        <translation>最长可开启一天</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>all actions are stopped; resume them first</source>
        <translation>所有操作已停止；请先恢复</translation>
    </message>
    <message>
        <source>the console is read-only; turn write mode on first</source>
        <translation>控制台为只读；请先开启写模式</translation>
    </message>
    <message>
        <source>the limit of %1 runs in %2 minutes is reached</source>
        <translation>已达到 %2 分钟内 %1 次执行的上限</translation>
    </message>
    <message>
        <source>another run is busy with this target</source>
        <translation>另一次执行正在处理此目标</translation>
    </message>
    <message>
        <source>all runbooks</source>
        <translation>所有操作手册</translation>
    </message>
    <message>
        <source>the last run on this target is less than %1 seconds ago</source>
        <translation>此目标的上次执行距今不足 %1 秒</translation>
    </message>
</context>
<context>
    <name>lepto::RunJournal</name>
    <message>
        <source>a run that is %1 cannot become %2</source>
        <translation>状态为 %1 的执行不能变为 %2</translation>
    </message>
</context>
<context>
    <name>lepto::RunQueue</name>
    <message>
        <source>Needs your decision</source>
        <translation>需要您决定</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>已提议</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
</context>
<context>
    <name>lepto::SavedViews</name>
    <message>
        <source>Import a Grafana dashboard</source>
        <translation>导入 Grafana 仪表板</translation>
    </message>
    <message>
        <source>Dashboards (*.json)</source>
        <translation>仪表板 (*.json)</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已存视图</translation>
    </message>
    <message>
        <source>Saved views and dashboards</source>
        <translation>已存视图与仪表板</translation>
    </message>
    <message>
        <source>Name, then Enter</source>
        <translation>输入名称后按 Enter</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>恢复已移除的内容</translation>
    </message>
    <message>
        <source>Save these queries as a view</source>
        <translation>将这些查询存为视图</translation>
    </message>
    <message numerus="yes">
        <source>%n charts</source>
        <translation>
            <numerusform>%n 个图表</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n panels</source>
        <translation>
            <numerusform>%n 个面板</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet. The plus keeps these queries with their range.</source>
        <translation>暂无。点击加号保存当前查询及其时间范围。</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>视图需要名称。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Reading the dashboard</source>
        <translation>正在读取仪表板</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>已导入：%1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>已移除：%1</translation>
    </message>
</context>
<context>
    <name>lepto::SeriesPicker</name>
    <message>
        <source>Service, metric or label</source>
        <translation>服务、指标或标签</translation>
    </message>
    <message>
        <source>Find series</source>
        <translation>查找序列</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>no series fits</source>
        <translation>没有匹配的序列</translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>列出前 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%n listed</source>
        <translation>
            <numerusform>列出 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::SeriesQualityView</name>
    <message>
        <source>Lone outliers replaced</source>
        <translation>替换孤立异常值</translation>
    </message>
    <message>
        <source>Counter without resets</source>
        <translation>去除重置的计数器</translation>
    </message>
    <message>
        <source>Running median</source>
        <translation>滑动中位数</translation>
    </message>
    <message>
        <source>Smoothed, one minute</source>
        <translation>一分钟平滑</translation>
    </message>
    <message>
        <source>In the base unit</source>
        <translation>换算为基本单位</translation>
    </message>
    <message>
        <source>Cleaned view</source>
        <translation>清理后的视图</translation>
    </message>
    <message>
        <source>Cleaned as</source>
        <translation>清理方式</translation>
    </message>
    <message>
        <source>What cleaning would change</source>
        <translation>清理会改变什么</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>存储值</translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation>清理后</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>间隙</translation>
    </message>
    <message>
        <source>Last sample</source>
        <translation>最后样本</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>下一样本</translation>
    </message>
    <message>
        <source>Missing for</source>
        <translation>缺失时长</translation>
    </message>
    <message>
        <source>Choose a series</source>
        <translation>请选择一个序列</translation>
    </message>
    <message>
        <source>Its values as stored and as cleaned, and its gaps, appear here.</source>
        <translation>这里会显示其存储值、清理后的值以及间隙。</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>−%1 points</source>
        <translation>−%1 分</translation>
    </message>
    <message>
        <source>%1, first at %2</source>
        <translation>%1，首次在 %2</translation>
    </message>
    <message>
        <source>Nothing to find fault with</source>
        <translation>无可挑剔</translation>
    </message>
    <message>
        <source>Too short to judge</source>
        <translation>样本太少，无法判断</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>%1 of 100</source>
        <translation>%1 / 100</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Came of those due</source>
        <translation>应到样本的到达率</translation>
    </message>
    <message>
        <source>Usual spacing</source>
        <translation>通常间隔</translation>
    </message>
    <message>
        <source>Unit by its name</source>
        <translation>名称所示的单位</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>存储值</translation>
    </message>
    <message>
        <source>cleaned</source>
        <translation>清理后</translation>
    </message>
    <message>
        <source>none until the end</source>
        <translation>直到末尾都没有</translation>
    </message>
    <message>
        <source>As stored and as cleaned</source>
        <translation>存储值与清理后</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>This view cannot be shown</source>
        <translation>无法显示此视图</translation>
    </message>
    <message>
        <source>No value to draw</source>
        <translation>没有可绘制的值</translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>不会有任何改变</translation>
    </message>
    <message>
        <source>%1 of %2 samples would change; what is stored stays as it came</source>
        <translation>%2 个样本中有 %1 个会改变；存储的数据保持原样</translation>
    </message>
    <message>
        <source>showing %1 of %2</source>
        <translation>显示 %2 个中的 %1 个</translation>
    </message>
    <message>
        <source>Gaps, the longest first</source>
        <translation>间隙，最长的在前</translation>
    </message>
</context>
<context>
    <name>lepto::SeriesTree</name>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>%1 series stored</source>
        <translation>已存储 %1 个序列</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>计数器</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>瞬时值</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>由 %1</translation>
    </message>
    <message>
        <source>Filter by name, label, value</source>
        <translation>按名称、标签、值筛选</translation>
    </message>
    <message>
        <source>Filter metrics by name, label or value</source>
        <translation>按名称、标签或值筛选指标</translation>
    </message>
    <message>
        <source>Metrics by group, with their labels and values</source>
        <translation>按组列出的指标及其标签和值</translation>
    </message>
    <message>
        <source>Asking for names</source>
        <translation>正在读取名称</translation>
    </message>
    <message>
        <source>No series yet</source>
        <translation>尚无序列</translation>
    </message>
    <message>
        <source>Nothing matches this filter</source>
        <translation>没有匹配的内容</translation>
    </message>
    <message>
        <source>showing %1 metrics of the first %2 of %3 series</source>
        <translation>显示前 %2 个（共 %3 个）序列中的 %1 个指标</translation>
    </message>
    <message>
        <source>showing %1 of %2 metrics</source>
        <translation>显示 %2 个指标中的 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%n metrics</source>
        <translation>
            <numerusform>%n 个指标</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepto::SettingForm</name>
    <message>
        <source>No setting fits</source>
        <translation>没有匹配的设置</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>重置：%1</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
</context>
<context>
    <name>lepto::Settings</name>
    <message>
        <source>the settings cannot be written: %1</source>
        <translation>无法写入设置：%1</translation>
    </message>
    <message>
        <source>the value must be %1</source>
        <translation>值必须为 %1</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 之一</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>the settings cannot be read: %1; defaults are used</source>
        <translation>无法读取设置：%1；使用默认值</translation>
    </message>
    <message>
        <source>not a JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>the settings are broken (%1, byte %2); defaults are used and the file is kept as %3</source>
        <translation>设置已损坏（%1，第 %2 字节）；使用默认值，原文件保留为 %3</translation>
    </message>
    <message>
        <source>; the default is used</source>
        <translation>；使用默认值</translation>
    </message>
    <message>
        <source>no such setting</source>
        <translation>没有此设置</translation>
    </message>
    <message>
        <source>two sources have this name</source>
        <translation>有两个同名数据源</translation>
    </message>
    <message>
        <source>not a setting of this version; kept, not used</source>
        <translation>不是此版本的设置；已保留，未使用</translation>
    </message>
    <message>
        <source>the file says %1; %2; the default is used</source>
        <translation>文件中为 %1；%2；使用默认值</translation>
    </message>
</context>
<context>
    <name>lepto::SettingsPage</name>
    <message>
        <source>Add source</source>
        <translation>添加数据源</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation>移除数据源</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Rules and runbooks</source>
        <translation>规则与操作手册</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>Policy and approval</source>
        <translation>策略与审批</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Models and telemetry</source>
        <translation>模型与遥测</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>saved at once</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Runbooks</source>
        <translation>操作手册</translation>
    </message>
    <message>
        <source>Health rules and runbooks are files. Change them with any editor; a file with a mistake is named in a message and the last good one stays in force.</source>
        <translation>健康规则与操作手册都是文件，可用任意编辑器修改；有错误的文件会在消息中指出，并继续使用最后一个正确的版本。</translation>
    </message>
    <message>
        <source>no single key runs, approves, deletes or rolls back</source>
        <translation>任何单键都不会执行、批准、删除或回退</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No setting fits “%1”</source>
        <translation>没有符合“%1”的设置</translation>
    </message>
    <message>
        <source>The settings cannot be changed: their folder is read-only.</source>
        <translation>无法更改设置：其文件夹为只读。</translation>
    </message>
    <message>
        <source>Whoever owns %1 can allow it.</source>
        <translation>%1 的所有者可以授权。</translation>
    </message>
    <message>
        <source>settings.json is broken, defaults are used.</source>
        <translation>settings.json 已损坏，使用默认值。</translation>
    </message>
    <message>
        <source>settings.json holds what this version does not know.</source>
        <translation>settings.json 含有此版本不认识的内容。</translation>
    </message>
    <message>
        <source>Kept, not used: %1</source>
        <translation>已保留，未使用：%1</translation>
    </message>
    <message>
        <source>Changes and logs</source>
        <translation>变更与日志</translation>
    </message>
    <message>
        <source>About this console</source>
        <translation>关于此控制台</translation>
    </message>
    <message>
        <source>Enter goes to the first one found</source>
        <translation>按 Enter 转到找到的第一项</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到%1</translation>
    </message>
</context>
<context>
    <name>lepto::SigningKey</name>
    <message>
        <source>the cryptographic library does not start</source>
        <translation>加密库无法启动</translation>
    </message>
    <message>
        <source>a key name has letters, digits, &apos;-&apos; and &apos;_&apos; only</source>
        <translation>密钥名称只能含字母、数字、“-”和“_”</translation>
    </message>
    <message>
        <source>the key must belong to you and be readable by you alone (chmod 600)</source>
        <translation>密钥必须属于您且仅您可读（chmod 600）</translation>
    </message>
    <message>
        <source>this is not a key file</source>
        <translation>这不是密钥文件</translation>
    </message>
    <message>
        <source>this is not a public key file</source>
        <translation>这不是公钥文件</translation>
    </message>
</context>
<context>
    <name>lepto::SilenceDetail</name>
    <message>
        <source>a recording is open; close it first</source>
        <translation>录制包已打开；请先关闭</translation>
    </message>
    <message>
        <source>all actions are stopped</source>
        <translation>所有操作已停止</translation>
    </message>
    <message>
        <source>arm write mode first (Ctrl+Shift+A)</source>
        <translation>请先启用写入模式（Ctrl+Shift+A）</translation>
    </message>
    <message>
        <source>No silence is selected.</source>
        <translation>未选择静默。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Change this silence</source>
        <translation>修改此静默</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>立即结束</translation>
    </message>
    <message>
        <source>End this silence now</source>
        <translation>立即结束此静默</translation>
    </message>
    <message>
        <source>Make it again…</source>
        <translation>重新创建…</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改于</translation>
    </message>
    <message>
        <source>Alertmanager</source>
        <translation>Alertmanager</translation>
    </message>
    <message>
        <source>no alert now</source>
        <translation>当前没有告警</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts now</source>
        <translation>
            <numerusform>当前 %n 条告警</numerusform>
        </translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>An ended silence can be made again.</source>
        <translation>已结束的静默可以重新创建。</translation>
    </message>
    <message>
        <source>Ending it: %1</source>
        <translation>结束静默：%1</translation>
    </message>
</context>
<context>
    <name>lepto::SilenceForm</name>
    <message>
        <source>Change the silence</source>
        <translation>修改静默</translation>
    </message>
    <message>
        <source>New silence</source>
        <translation>新建静默</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>由 %1</translation>
    </message>
    <message>
        <source>Alertmanager</source>
        <translation>Alertmanager</translation>
    </message>
    <message>
        <source>Matchers</source>
        <translation>匹配器</translation>
    </message>
    <message>
        <source>Labels of the alert</source>
        <translation>告警的标签</translation>
    </message>
    <message>
        <source>Why (required)</source>
        <translation>原因（必填）</translation>
    </message>
    <message>
        <source>Who reads it knows why nobody was paged</source>
        <translation>让读到的人知道为何没有通知</translation>
    </message>
    <message>
        <source>How long, or until when</source>
        <translation>时长，或截止时间</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>at once; or now+1h, 2026-11-18 14:00</source>
        <translation>立即；或 now+1h、2026-11-18 14:00</translation>
    </message>
    <message>
        <source>Yes, nearly every alert</source>
        <translation>是，几乎所有告警</translation>
    </message>
    <message>
        <source>Yes, end this one and make another</source>
        <translation>是，结束此静默并另建一个</translation>
    </message>
    <message>
        <source>Change silence</source>
        <translation>修改静默</translation>
    </message>
    <message>
        <source>Create silence</source>
        <translation>创建静默</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>a recording is open; close it first</source>
        <translation>录制包已打开；请先关闭</translation>
    </message>
    <message>
        <source>no Alertmanager is connected</source>
        <translation>未连接 Alertmanager</translation>
    </message>
    <message>
        <source>all actions are stopped</source>
        <translation>所有操作已停止</translation>
    </message>
    <message>
        <source>arm write mode first (Ctrl+Shift+A)</source>
        <translation>请先启用写入模式（Ctrl+Shift+A）</translation>
    </message>
    <message>
        <source>type a matcher, or tick a label</source>
        <translation>请输入匹配器，或勾选标签</translation>
    </message>
    <message>
        <source>the matchers cannot be read</source>
        <translation>无法读取匹配器</translation>
    </message>
    <message>
        <source>say why first</source>
        <translation>请先说明原因</translation>
    </message>
    <message>
        <source>nothing is changed</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>%1, so Alertmanager would end this silence and make another; say yes to that first</source>
        <translation>%1，因此 Alertmanager 会结束此静默并另建一个；请先确认</translation>
    </message>
    <message>
        <source>until %1, in %2</source>
        <translation>至 %1，%2后</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends it. It goes into the audit record.</source>
        <translation>Ctrl+Enter 提交，并写入审计记录。</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>暂不可用：%1</translation>
    </message>
</context>
<context>
    <name>lepto::SilenceModel</name>
    <message>
        <source>ended %1 ago</source>
        <translation>%1前结束</translation>
    </message>
    <message>
        <source>begins in %1</source>
        <translation>%1后开始</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>%1后结束</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why, and what it matches</source>
        <translation>原因与匹配内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Catches now</source>
        <translation>当前命中</translation>
    </message>
</context>
<context>
    <name>lepto::SilencePreviewList</name>
    <message>
        <source>Catches</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Alerts that it catches</source>
        <translation>命中的告警</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1 of %2 alerts now</source>
        <translation>当前 %2 条告警中的 %1 条</translation>
    </message>
    <message>
        <source>Each of these matchers holds for alerts without that label; Alertmanager refuses such a silence.</source>
        <translation>这些匹配器对没有该标签的告警也成立；Alertmanager 会拒绝这样的静默。</translation>
    </message>
    <message>
        <source>It catches every alert, and nearly any that may come.</source>
        <translation>它会命中所有告警，以及几乎所有将来的告警。</translation>
    </message>
    <message>
        <source>It catches every alert there is now.</source>
        <translation>它会命中当前的所有告警。</translation>
    </message>
    <message>
        <source>It catches nearly any alert that may come.</source>
        <translation>它会命中几乎所有将来的告警。</translation>
    </message>
    <message>
        <source>It catches no alert now.</source>
        <translation>它当前不命中任何告警。</translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>显示前 %1 条</translation>
    </message>
</context>
<context>
    <name>lepto::SilenceWriter</name>
    <message>
        <source>the answer is no silence</source>
        <translation>响应不是静默</translation>
    </message>
    <message>
        <source>nothing is to change</source>
        <translation>没有要更改的内容</translation>
    </message>
    <message>
        <source>Alertmanager would end it and make another with a new id, since %1; say yes to that to go on</source>
        <translation>Alertmanager 会结束它并以新标识另建一条，因为%1；请明确同意后继续</translation>
    </message>
</context>
<context>
    <name>lepto::SourceForm</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Read every</source>
        <translation>读取周期</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>监视范围</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>令牌文件</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer 令牌</translation>
    </message>
    <message>
        <source>Token from a file</source>
        <translation>文件中的令牌</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>System certificates</source>
        <translation>系统证书</translation>
    </message>
    <message>
        <source>Check the certificate</source>
        <translation>校验证书</translation>
    </message>
    <message>
        <source>Kept encrypted, never shown, logged or exported</source>
        <translation>加密保存，不显示、不记录、不导出</translation>
    </message>
    <message>
        <source>stored, not shown</source>
        <translation>已保存，不显示</translation>
    </message>
    <message>
        <source>Another source has this name</source>
        <translation>已有同名数据源</translation>
    </message>
    <message>
        <source>Letters, digits, dot, dash and underscore only</source>
        <translation>仅限字母、数字、点、短横线和下划线</translation>
    </message>
    <message>
        <source>An address begins with http:// or https:// and names a host</source>
        <translation>地址须以 http:// 或 https:// 开头并包含主机名</translation>
    </message>
    <message>
        <source>Put user and password into the login fields</source>
        <translation>请将用户名和密码填入登录栏</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>已知主机文件</translation>
    </message>
    <message>
        <source>The user&apos;s own</source>
        <translation>用户自己的</translation>
    </message>
    <message>
        <source>The address of an edge is ssh://user@host</source>
        <translation>边缘节点的地址形如 ssh://user@host</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>日志流</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Identity file</source>
        <translation>身份文件</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>服务器名称</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>更少字段</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>更多字段</translation>
    </message>
    <message>
        <source>Selector of the series; empty takes all, up to the limit</source>
        <translation>序列选择器；留空则取全部，直至上限</translation>
    </message>
</context>
<context>
    <name>lepto::SourceManager</name>
    <message>
        <source>there is no place for secrets</source>
        <translation>没有存放密钥的位置</translation>
    </message>
    <message>
        <source>this kind of source brings no samples</source>
        <translation>这类数据源不提供样本</translation>
    </message>
    <message>
        <source>sources of this kind are not collected here</source>
        <translation>此处不采集这类数据源</translation>
    </message>
</context>
<context>
    <name>lepto::SourceSettings</name>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>%1 of %2 live, %3 series</source>
        <translation>%2 个中 %1 个实时，%3 个序列</translation>
    </message>
    <message>
        <source>Sources cannot be changed while a recording is open.</source>
        <translation>打开记录时无法更改数据源。</translation>
    </message>
    <message>
        <source>They go on collecting. Leave the recording to change them.</source>
        <translation>数据源继续采集。离开记录后才能更改。</translation>
    </message>
    <message>
        <source>Leave the recording</source>
        <translation>离开记录</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>新数据源</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved changes</source>
        <translation>
            <numerusform>%n 处未保存的更改</numerusform>
        </translation>
    </message>
    <message>
        <source>disabled: a recording is open</source>
        <translation>已禁用：已打开记录</translation>
    </message>
    <message>
        <source>disabled: nothing has changed</source>
        <translation>已禁用：没有更改</translation>
    </message>
    <message>
        <source>disabled: name and address first</source>
        <translation>已禁用：请先填写名称和地址</translation>
    </message>
    <message>
        <source>Remove %1? Its samples stay.</source>
        <translation>移除 %1？其样本会保留。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 已移除。</translation>
    </message>
    <message>
        <source>Its samples and its secret stay.</source>
        <translation>其样本和密钥会保留。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>What left this machine</source>
        <translation>离开本机的数据</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>添加数据源</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation>移除数据源</translation>
    </message>
    <message>
        <source>About this console</source>
        <translation>关于此控制台</translation>
    </message>
</context>
<context>
    <name>lepto::StartPage</name>
    <message>
        <source>Nothing is connected yet</source>
        <translation>尚未连接任何数据</translation>
    </message>
    <message>
        <source>Pick where the numbers come from. You need no account, and nothing leaves this machine but the queries you set up here.</source>
        <translation>请选择数据来源。无需账户；除您在此设置的查询外，没有任何内容离开本机。</translation>
    </message>
    <message>
        <source>Connect to a Prometheus</source>
        <translation>连接 Prometheus</translation>
    </message>
    <message>
        <source>Address and, if needed, a token. The test takes about a second.</source>
        <translation>填写地址，必要时填写令牌。测试约需一秒。</translation>
    </message>
    <message>
        <source>Scrape an exporter</source>
        <translation>抓取 exporter</translation>
    </message>
    <message>
        <source>One address that offers metrics as text, read directly.</source>
        <translation>直接读取一个以文本提供指标的地址。</translation>
    </message>
    <message>
        <source>Watch this computer</source>
        <translation>监视本机</translation>
    </message>
    <message>
        <source>CPU, memory, disks and network from /proc. Works without any server.</source>
        <translation>从 /proc 读取 CPU、内存、磁盘和网络。无需任何服务器。</translation>
    </message>
    <message>
        <source>Open an incident bundle</source>
        <translation>打开事故包</translation>
    </message>
    <message>
        <source>Samples, labels and models of one incident, checked by hash. Fully offline.</source>
        <translation>一次事故的样本、标注与模型，经哈希校验。完全离线。</translation>
    </message>
    <message>
        <source>Try the recorded incident</source>
        <translation>试用录制的事故</translation>
    </message>
    <message>
        <source>A short outage for learning. Nothing is connected, nothing can run.</source>
        <translation>一次用于学习的短暂故障。不连接任何系统，也不能执行任何操作。</translation>
    </message>
    <message>
        <source>or drop a bundle anywhere in this window</source>
        <translation>或将事故包拖放到此窗口的任意位置</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>You start in read-only</source>
        <translation>初始为只读</translation>
    </message>
    <message>
        <source>The console looks and suggests. To run an action you arm write mode for a limited time, and a second person signs what changes production.</source>
        <translation>控制台只查看和建议。要执行操作，须限时开启写模式，并由第二人对影响生产环境的变更签名。</translation>
    </message>
    <message>
        <source>Keys worth knowing</source>
        <translation>常用按键</translation>
    </message>
    <message>
        <source>Your charts appear here as soon as the first sample arrives</source>
        <translation>收到第一个样本后，图表将显示在此处</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>on CPU, slower</source>
        <translation>使用 CPU，较慢</translation>
    </message>
    <message>
        <source>Free disk for samples</source>
        <translation>可用磁盘空间</translation>
    </message>
    <message>
        <source>Audit record</source>
        <translation>审计记录</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>begins with your first act</source>
        <translation>从首次操作开始</translation>
    </message>
    <message>
        <source>Second person for approvals</source>
        <translation>审批的第二人</translation>
    </message>
    <message>
        <source>with the first plan</source>
        <translation>首个计划时设置</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>kind of source, address</comment>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>Found on this computer: %1</source>
        <translation>在本机发现：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Only this computer is watched so far</source>
        <translation>目前只监视本机</translation>
    </message>
    <message>
        <source>Go on with this computer</source>
        <translation>继续使用本机</translation>
    </message>
</context>
<context>
    <name>lepto::StateChips</name>
    <message>
        <source>%1 critical</source>
        <translation>%1 个严重</translation>
    </message>
    <message>
        <source>%1 warning</source>
        <translation>%1 个警告</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <translation>%1 个无数据</translation>
    </message>
    <message>
        <source>%1 maintenance</source>
        <translation>%1 个维护</translation>
    </message>
    <message>
        <source>%1 healthy</source>
        <translation>%1 个正常</translation>
    </message>
</context>
<context>
    <name>lepto::StatusStrip</name>
    <message>
        <source>Recording</source>
        <translation>录制内容</translation>
    </message>
    <message>
        <source>No sources</source>
        <translation>没有数据源</translation>
    </message>
    <message>
        <source>Console needs help</source>
        <translation>控制台需要帮助</translation>
    </message>
    <message>
        <source>Picture is old</source>
        <translation>画面陈旧</translation>
    </message>
    <message>
        <source>Picture has holes</source>
        <translation>画面有缺口</translation>
    </message>
    <message>
        <source>Picture is true</source>
        <translation>画面真实</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>最旧 %1</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1/%2 在线</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>epoch %1/%2</source>
        <translation>第 %1/%2 轮</translation>
    </message>
    <message>
        <source>Ingest</source>
        <translation>摄取</translation>
    </message>
    <message>
        <source>Scoring lag</source>
        <translation>评分延迟</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧时间</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Audit head</source>
        <translation>审计链头</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
</context>
<context>
    <name>lepto::SuggestionList</name>
    <message>
        <source>Nothing suggested</source>
        <translation>没有建议</translation>
    </message>
    <message numerus="yes">
        <source>%n more on the Actions page</source>
        <translation>
            <numerusform>“操作”页还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>reversible</source>
        <translation>可回退</translation>
    </message>
    <message>
        <source>not reversible</source>
        <translation>不可回退</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Review %1</source>
        <translation>查看 %1</translation>
    </message>
</context>
<context>
    <name>lepto::SuspectTable</name>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Anomalous signals by onset</source>
        <translation>按起始时间排列的异常信号</translation>
    </message>
    <message>
        <source>%1, expected %2</source>
        <translation>%1，预期 %2</translation>
    </message>
    <message>
        <source>first</source>
        <translation>最先</translation>
    </message>
    <message>
        <source>same time</source>
        <translation>同时</translation>
    </message>
</context>
<context>
    <name>lepto::TimeChart</name>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1，已隐藏</translation>
    </message>
    <message>
        <source>%1 %2 at %3</source>
        <translation>%1 %2，时间 %3</translation>
    </message>
    <message>
        <source>%1, no value</source>
        <translation>%1，无值</translation>
    </message>
</context>
<context>
    <name>lepto::TimeRangeBar</name>
    <message>
        <source>Last %1</source>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>%1 + %2 forecast</source>
        <translation>%1 + %2预测</translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation>时间范围：%1</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Live or paused  %1</source>
        <translation>实时或暂停  %1</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>key</comment>
        <translation>空格</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local</source>
        <comment>time zone</comment>
        <translation>本地</translation>
    </message>
    <message>
        <source>UTC or local time  %1</source>
        <translation>UTC 或本地时间  %1</translation>
    </message>
    <message>
        <source>Back by half a range</source>
        <translation>后退半个范围</translation>
    </message>
    <message>
        <source>Forward by half a range</source>
        <translation>前进半个范围</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>now-6h, now+1d, now/d or 2026-11-18 14:00</source>
        <translation>now-6h、now+1d、now/d 或 2026-11-18 14:00</translation>
    </message>
    <message>
        <source>Previous range</source>
        <translation>上一个范围</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time</source>
        <translation>“%1”不是有效时间</translation>
    </message>
</context>
<context>
    <name>lepto::TimeStrip</name>
    <message>
        <source>The last week, showing %1 to %2</source>
        <translation>最近一周，当前显示 %1 至 %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message numerus="yes">
        <source>%n labels</source>
        <translation>
            <numerusform>%n 个标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incidents</source>
        <translation>
            <numerusform>%n 个事故</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gaps</source>
        <translation>
            <numerusform>%n 处缺口</numerusform>
        </translation>
    </message>
    <message>
        <source>no samples this week</source>
        <translation>本周没有样本</translation>
    </message>
    <message>
        <source>gap %1</source>
        <translation>缺口 %1</translation>
    </message>
    <message>
        <source>no samples for %1</source>
        <translation>%1 内没有样本</translation>
    </message>
</context>
<context>
    <name>lepto::TimelineList</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>lepto::TopBar</name>
    <message>
        <source>No environment</source>
        <translation>无环境</translation>
    </message>
    <message numerus="yes">
        <source>%n sources</source>
        <translation>
            <numerusform>%n 个数据源</numerusform>
        </translation>
    </message>
    <message>
        <source>RECORDED</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Write armed, %1 left</source>
        <translation>写模式，剩余 %1</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Disarm write mode</source>
        <translation>关闭写模式</translation>
    </message>
    <message>
        <source>Arm write mode</source>
        <translation>开启写模式</translation>
    </message>
    <message>
        <source>Resume actions</source>
        <translation>恢复操作</translation>
    </message>
    <message>
        <source>Stop all actions</source>
        <translation>停止所有操作</translation>
    </message>
    <message>
        <source>disabled: there is no action</source>
        <translation>不可用：没有操作</translation>
    </message>
    <message>
        <source>There is no action</source>
        <translation>没有操作</translation>
    </message>
    <message>
        <source>Leave recording</source>
        <translation>退出录制内容</translation>
    </message>
    <message>
        <source>Search services, metrics, incidents, commands</source>
        <translation>搜索服务、指标、事故、命令</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
</context>
<context>
    <name>lepto::TrainingPage</name>
    <message>
        <source>Start the run</source>
        <translation>开始运行</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>取消运行</translation>
    </message>
    <message>
        <source>Find series</source>
        <translation>查找序列</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>as chosen for the run</source>
        <translation>按此次运行所选</translation>
    </message>
    <message>
        <source>choose series</source>
        <translation>选择序列</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message numerus="yes">
        <source>autoencoder, %n epochs</source>
        <translation>
            <numerusform>自编码器，%n 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>第 %1/%2 轮</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>against the baseline</source>
        <translation>与基线对比</translation>
    </message>
    <message>
        <source>after the run</source>
        <translation>运行之后</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>candidate is ready</source>
        <translation>候选已就绪</translation>
    </message>
    <message>
        <source>a person decides</source>
        <translation>由人决定</translation>
    </message>
    <message>
        <source>worker silent for %1, last epoch is saved</source>
        <translation>训练程序已静默 %1，最后一轮已保存</translation>
    </message>
    <message>
        <source>done about %1, %2</source>
        <translation>约 %1 完成，%2</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>尚无运行</translation>
    </message>
    <message>
        <source>%1, epoch %2 of %3</source>
        <translation>%1，第 %2/%3 轮</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>最佳 %1</translation>
    </message>
    <message>
        <source>The comparison comes after the last epoch</source>
        <translation>最后一轮之后进行对比</translation>
    </message>
    <message>
        <source>This run has no result</source>
        <translation>此次运行没有结果</translation>
    </message>
    <message>
        <source>v%1 against the built-in baseline, on days it was not trained on</source>
        <translation>v%1 与内置基线对比，使用未参与训练的日期</translation>
    </message>
    <message>
        <source>%1, epoch %2/%3</source>
        <translation>%1，第 %2/%3 轮</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 of %2 hold</source>
        <translation>%1/%2 满足</translation>
    </message>
    <message>
        <source>Promote %1 v%2</source>
        <translation>启用 %1 v%2</translation>
    </message>
    <message>
        <source>being promoted</source>
        <translation>正在启用</translation>
    </message>
    <message>
        <source>waits for a finished run with a stored candidate</source>
        <translation>等待运行完成并保存候选模型</translation>
    </message>
    <message>
        <source>The version before stays stored; one press brings it back.</source>
        <translation>之前的版本会保留，一键即可恢复。</translation>
    </message>
    <message>
        <source>Disabled: %1</source>
        <translation>不可用：%1</translation>
    </message>
    <message>
        <source>give it a name</source>
        <translation>请命名</translation>
    </message>
    <message>
        <source>choose at least one series</source>
        <translation>请至少选择一个序列</translation>
    </message>
    <message>
        <source>being started</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Data stays on this machine.</source>
        <translation>数据不离开本机。</translation>
    </message>
    <message>
        <source>About %1 samples on %2. Yields to live scoring.</source>
        <translation>约 %1 个样本，使用 %2。实时评分优先。</translation>
    </message>
    <message>
        <source>Cancel %1 after epoch %2? The best epoch is kept.</source>
        <translation>在第 %2 轮后取消 %1？最佳一轮会保留。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Days back</source>
        <translation>回溯天数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>checkout-signals</source>
        <comment>example of a model&apos;s name</comment>
        <translation>checkout-signals</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Cancel, keep best</source>
        <translation>取消，保留最佳</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>log scale, per epoch</source>
        <translation>对数刻度，按轮</translation>
    </message>
    <message>
        <source>Candidate against the baseline</source>
        <translation>候选与基线对比</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Promotion gates</source>
        <translation>启用条件</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Choose series and start. Live scoring goes first.</source>
        <translation>选择序列并开始。实时评分优先。</translation>
    </message>
</context>
<context>
    <name>lepto::TrainingService</name>
    <message>
        <source>the console was closed</source>
        <translation>控制台已关闭</translation>
    </message>
    <message>
        <source>there is no history to train from</source>
        <translation>没有可用于训练的历史数据</translation>
    </message>
    <message>
        <source>the folder cannot be written</source>
        <translation>文件夹不可写</translation>
    </message>
    <message>
        <source>there is no such training job</source>
        <translation>没有此训练任务</translation>
    </message>
    <message>
        <source>the job is over already</source>
        <translation>任务已结束</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>the job runs or is done</source>
        <translation>任务正在运行或已完成</translation>
    </message>
</context>
<context>
    <name>lepto::TreeBuilder</name>
    <message>
        <source>aliases are not allowed</source>
        <translation>不允许使用别名</translation>
    </message>
    <message>
        <source>anchors are not allowed</source>
        <translation>不允许使用锚点</translation>
    </message>
    <message>
        <source>tags are not allowed</source>
        <translation>不允许使用标签</translation>
    </message>
    <message>
        <source>the file has more than %1 values</source>
        <translation>文件的值超过 %1 个</translation>
    </message>
    <message>
        <source>the file is nested deeper than %1 levels</source>
        <translation>文件嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>a field name must be plain text</source>
        <translation>字段名必须是纯文本</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is given twice</source>
        <translation>字段“%1”重复</translation>
    </message>
</context>
<context>
    <name>lepto::ValueTable</name>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Values at the crosshair</source>
        <translation>十字线处的数值</translation>
    </message>
    <message>
        <source>as stored at %1</source>
        <translation>存储于 %1 的原值</translation>
    </message>
</context>
<context>
    <name>lepto::VerdictBar</name>
    <message>
        <source>True</source>
        <translation>属实</translation>
    </message>
    <message>
        <source>False</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期内</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>漏报</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>判定：%1</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已给出</translation>
    </message>
</context>
<context>
    <name>lepto::Verification</name>
    <message>
        <source>%1 is %2</source>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source>The metrics have recovered</source>
        <translation>指标已恢复</translation>
    </message>
    <message>
        <source>The metrics have not recovered within the time</source>
        <translation>指标未在时限内恢复</translation>
    </message>
    <message>
        <source>%1 rose from %2 to %3</source>
        <translation>%1 从 %2 升至 %3</translation>
    </message>
</context>
<context>
    <name>lepto::WebhookServer</name>
    <message>
        <source>the token of the webhook is shorter than %1 characters</source>
        <translation>Webhook 的令牌少于 %1 个字符</translation>
    </message>
    <message>
        <source>the port of the webhook is in use by another program</source>
        <translation>Webhook 的端口被另一个程序占用</translation>
    </message>
    <message>
        <source>the webhook cannot listen: %1</source>
        <translation>Webhook 无法监听：%1</translation>
    </message>
    <message>
        <source>the request did not arrive in time</source>
        <translation>请求没有及时到达</translation>
    </message>
    <message>
        <source>too many connections at once</source>
        <translation>同时连接过多</translation>
    </message>
    <message>
        <source>this webhook answers only to the names 127.0.0.1 and localhost</source>
        <translation>该 Webhook 只应答 127.0.0.1 和 localhost 这两个名称</translation>
    </message>
    <message>
        <source>web pages may not send changes</source>
        <translation>网页不得发送变更</translation>
    </message>
    <message>
        <source>changes are posted to /v1/changes</source>
        <translation>变更应发送到 /v1/changes</translation>
    </message>
    <message>
        <source>changes are sent with POST</source>
        <translation>变更用 POST 发送</translation>
    </message>
    <message>
        <source>the token is missing</source>
        <translation>缺少令牌</translation>
    </message>
    <message>
        <source>the body must be application/json</source>
        <translation>正文必须是 application/json</translation>
    </message>
    <message>
        <source>the token is wrong</source>
        <translation>令牌错误</translation>
    </message>
    <message>
        <source>too many wrong tokens; wait</source>
        <translation>错误令牌过多；请等待</translation>
    </message>
    <message>
        <source>too many requests; wait a second</source>
        <translation>请求过多；请稍候</translation>
    </message>
</context>
<context>
    <name>lepto::WorkerClient</name>
    <message>
        <source>leptoscope-worker is not installed beside this program</source>
        <translation>leptoscope-worker 未与本程序一同安装</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>训练程序</translation>
    </message>
    <message>
        <source>the worker was stopped</source>
        <translation>训练程序已停止</translation>
    </message>
    <message>
        <source>an answer of the worker was too long and is dropped</source>
        <translation>训练程序的应答过长，已丢弃</translation>
    </message>
    <message>
        <source>the worker ended with status %1</source>
        <translation>训练程序结束，状态 %1</translation>
    </message>
    <message>
        <source>the worker cannot be started: %1</source>
        <translation>无法启动训练程序：%1</translation>
    </message>
    <message>
        <source>the worker did not answer for %1 seconds and was ended</source>
        <translation>训练程序 %1 秒没有应答，已终止</translation>
    </message>
    <message>
        <source>the worker was killed</source>
        <translation>训练程序被终止</translation>
    </message>
</context>
<context>
    <name>lepto::YamlFields</name>
    <message>
        <source>a map of fields is expected</source>
        <translation>应为字段映射</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is missing</source>
        <translation>缺少字段“%1”</translation>
    </message>
    <message>
        <source>a text is expected</source>
        <translation>应为文本</translation>
    </message>
    <message>
        <source>a list is expected</source>
        <translation>应为列表</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be one of: %2</source>
        <translation>“%1”必须是以下之一：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a duration like 30s, 10m or 4h</source>
        <translation>“%1”必须是形如 30s、10m 或 4h 的时长</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is unknown</source>
        <translation>未知字段“%1”</translation>
    </message>
</context>
<context>
    <name>lepto::approval</name>
    <message>
        <source>plan %1</source>
        <translation>计划 %1</translation>
    </message>
    <message>
        <source>an approval needs a reason of at most %1 characters</source>
        <translation>批准需要不超过 %1 个字符的原因</translation>
    </message>
    <message>
        <source>the plan is not the one that was shown; look at it again</source>
        <translation>计划与所显示的不同；请重新查看</translation>
    </message>
    <message>
        <source>the key of %1 is not known here</source>
        <translation>%1 的密钥在此未知</translation>
    </message>
    <message>
        <source>the signature of %1 belongs to another plan</source>
        <translation>%1 的签名属于另一计划</translation>
    </message>
    <message>
        <source>the signature of %1 does not match</source>
        <translation>%1 的签名不符</translation>
    </message>
    <message>
        <source>the approval of %1 has expired</source>
        <translation>%1 的批准已失效</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>the file is not an approval</source>
        <translation>该文件不是批准</translation>
    </message>
</context>
<context>
    <name>lepto::argumenttemplate</name>
    <message>
        <source>the braces do not match</source>
        <translation>花括号不配对</translation>
    </message>
    <message>
        <source>there is no parameter &quot;%1&quot;</source>
        <translation>没有参数“%1”</translation>
    </message>
    <message>
        <source>the argument list is empty</source>
        <translation>参数列表为空</translation>
    </message>
    <message>
        <source>the program must be an absolute path or a parameter of type path</source>
        <translation>程序必须是绝对路径或 path 类型的参数</translation>
    </message>
    <message>
        <source>the value could be taken for an option; put a literal -- before it</source>
        <translation>该值可能被当作选项；请在其前加 --</translation>
    </message>
    <message>
        <source>a shell is not given a command text; put the script into a file and name its path</source>
        <translation>不向 shell 传递命令文本；请将脚本放入文件并给出路径</translation>
    </message>
    <message>
        <source>an expression with parameters uses double quotes only</source>
        <translation>含参数的表达式只能使用双引号</translation>
    </message>
    <message>
        <source>a backslash stands before a parameter</source>
        <translation>参数前有反斜杠</translation>
    </message>
    <message>
        <source>the parameter &quot;%1&quot; must stand inside double quotes</source>
        <translation>参数“%1”必须位于双引号内</translation>
    </message>
</context>
<context>
    <name>lepto::runrows</name>
    <message>
        <source>The plan&apos;s stored bytes do not match their hash</source>
        <translation>计划的存储内容与其哈希不符</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>计划 %1</translation>
    </message>
    <message>
        <source>there is no such plan</source>
        <translation>没有此计划</translation>
    </message>
</context>
<context>
    <name>promql</name>
    <message>
        <source>A number.</source>
        <translation>一个数字。</translation>
    </message>
    <message>
        <source>A text.</source>
        <translation>一段文本。</translation>
    </message>
    <message>
        <source>The newest sample of each series that matches %1.</source>
        <translation>匹配 %1 的每个序列的最新样本。</translation>
    </message>
    <message>
        <source>The samples of the last %2 of each series that matches %1.</source>
        <translation>匹配 %1 的每个序列最近 %2 内的样本。</translation>
    </message>
    <message>
        <source>Evaluates its argument over the last %1, at the default step.</source>
        <translation>以默认步长对最近 %1 求值其参数。</translation>
    </message>
    <message>
        <source>Evaluates its argument over the last %1, every %2.</source>
        <translation>对最近 %1 每隔 %2 求值其参数。</translation>
    </message>
    <message>
        <source>Changes the sign.</source>
        <translation>改变符号。</translation>
    </message>
    <message>
        <source>Calculates left %1 right.</source>
        <translation>计算 左 %1 右。</translation>
    </message>
    <message>
        <source>Keeps the elements for which left %1 right holds.</source>
        <translation>保留满足 左 %1 右 的元素。</translation>
    </message>
    <message>
        <source>1 where left %1 right holds, else 0.</source>
        <translation>满足 左 %1 右 时为 1，否则为 0。</translation>
    </message>
    <message>
        <source>%1 Groups by %2.</source>
        <translation>%1按 %2 分组。</translation>
    </message>
    <message>
        <source>%1 Groups by all labels.</source>
        <translation>%1按所有标签分组。</translation>
    </message>
    <message>
        <source>%1 Groups by all labels but %2.</source>
        <translation>%1按除 %2 以外的所有标签分组。</translation>
    </message>
    <message>
        <source>Leaves its argument as it is.</source>
        <translation>保持其参数不变。</translation>
    </message>
    <message>
        <source>Sides match on %1.</source>
        <translation>两侧按 %1 匹配。</translation>
    </message>
    <message>
        <source>Sides match on all labels but %1.</source>
        <translation>两侧按除 %1 以外的所有标签匹配。</translation>
    </message>
    <message>
        <source>Looks %1 earlier.</source>
        <translation>向前看 %1。</translation>
    </message>
    <message>
        <source>Looks at the time %1.</source>
        <translation>看时间 %1。</translation>
    </message>
    <message>
        <source>Absolute value.</source>
        <translation>绝对值。</translation>
    </message>
    <message>
        <source>1 where the vector has no element, else nothing.</source>
        <translation>向量没有元素时为 1，否则无结果。</translation>
    </message>
    <message>
        <source>1 where the range has no sample, else nothing.</source>
        <translation>区间内没有样本时为 1，否则无结果。</translation>
    </message>
    <message>
        <source>Arc cosine, in radians.</source>
        <translation>反余弦，以弧度表示。</translation>
    </message>
    <message>
        <source>Inverse hyperbolic cosine.</source>
        <translation>反双曲余弦。</translation>
    </message>
    <message>
        <source>Elements of the left side that have a partner on the right.</source>
        <translation>左侧中在右侧有匹配的元素。</translation>
    </message>
    <message>
        <source>Arc sine, in radians.</source>
        <translation>反正弦，以弧度表示。</translation>
    </message>
    <message>
        <source>Inverse hyperbolic sine.</source>
        <translation>反双曲正弦。</translation>
    </message>
    <message>
        <source>Arc tangent, in radians.</source>
        <translation>反正切，以弧度表示。</translation>
    </message>
    <message>
        <source>Angle of the point that both sides give, in radians.</source>
        <translation>两侧构成的点的角度，以弧度表示。</translation>
    </message>
    <message>
        <source>Inverse hyperbolic tangent.</source>
        <translation>反双曲正切。</translation>
    </message>
    <message>
        <source>Average of each group.</source>
        <translation>每组的平均值。</translation>
    </message>
    <message>
        <source>Average of the samples in the range.</source>
        <translation>区间内样本的平均值。</translation>
    </message>
    <message>
        <source>The comparison gives 0 or 1 instead of filtering.</source>
        <translation>比较给出 0 或 1，而不是过滤。</translation>
    </message>
    <message>
        <source>The k smallest elements of each group, with their labels.</source>
        <translation>每组中最小的 k 个元素，保留其标签。</translation>
    </message>
    <message>
        <source>Groups by these labels and drops the others.</source>
        <translation>按这些标签分组，去掉其他标签。</translation>
    </message>
    <message>
        <source>Rounded up to an integer.</source>
        <translation>向上取整。</translation>
    </message>
    <message>
        <source>How often the value changed in the range.</source>
        <translation>区间内值变化的次数。</translation>
    </message>
    <message>
        <source>Values limited to a minimum and a maximum.</source>
        <translation>将值限制在最小值与最大值之间。</translation>
    </message>
    <message>
        <source>Values limited to a maximum.</source>
        <translation>将值限制在最大值以内。</translation>
    </message>
    <message>
        <source>Values limited to a minimum.</source>
        <translation>将值限制在最小值以上。</translation>
    </message>
    <message>
        <source>Cosine of radians.</source>
        <translation>弧度的余弦。</translation>
    </message>
    <message>
        <source>Hyperbolic cosine.</source>
        <translation>双曲余弦。</translation>
    </message>
    <message>
        <source>Number of elements of each group.</source>
        <translation>每组的元素个数。</translation>
    </message>
    <message>
        <source>Number of samples in the range.</source>
        <translation>区间内的样本数。</translation>
    </message>
    <message>
        <source>Number of elements with the same value, the value as a label.</source>
        <translation>相同值的元素个数，以该值为标签。</translation>
    </message>
    <message>
        <source>Day of the month of a time, 1 to 31, in UTC.</source>
        <translation>时间在当月的日期，1 到 31，UTC。</translation>
    </message>
    <message>
        <source>Day of the week of a time, 0 is Sunday, in UTC.</source>
        <translation>时间是星期几，0 为星期日，UTC。</translation>
    </message>
    <message>
        <source>Day of the year of a time, 1 to 366, in UTC.</source>
        <translation>时间是一年中的第几天，1 到 366，UTC。</translation>
    </message>
    <message>
        <source>Days of the month of a time, 28 to 31, in UTC.</source>
        <translation>时间所在月份的天数，28 到 31，UTC。</translation>
    </message>
    <message>
        <source>Radians as degrees.</source>
        <translation>将弧度转换为度。</translation>
    </message>
    <message>
        <source>Change of a gauge over the range, extrapolated to its edges.</source>
        <translation>仪表值在区间内的变化，外推到区间边缘。</translation>
    </message>
    <message>
        <source>Slope per second of a gauge, by least squares.</source>
        <translation>仪表值的每秒斜率，由最小二乘法得出。</translation>
    </message>
    <message>
        <source>Smoothed value, with a factor for the level and one for the trend.</source>
        <translation>平滑后的值，水平与趋势各有一个系数。</translation>
    </message>
    <message>
        <source>End of the query&apos;s range, in seconds.</source>
        <translation>查询区间的终点，以秒表示。</translation>
    </message>
    <message>
        <source>e to the power of the value.</source>
        <translation>e 的该值次幂。</translation>
    </message>
    <message>
        <source>Oldest sample in the range.</source>
        <translation>区间内最早的样本。</translation>
    </message>
    <message>
        <source>Rounded down to an integer.</source>
        <translation>向下取整。</translation>
    </message>
    <message>
        <source>1 for each group.</source>
        <translation>每组为 1。</translation>
    </message>
    <message>
        <source>Many elements of the left side match one of the right.</source>
        <translation>左侧多个元素对应右侧一个元素。</translation>
    </message>
    <message>
        <source>Many elements of the right side match one of the left.</source>
        <translation>右侧多个元素对应左侧一个元素。</translation>
    </message>
    <message>
        <source>Average observation of native histograms.</source>
        <translation>原生直方图的平均观测值。</translation>
    </message>
    <message>
        <source>Number of observations of native histograms.</source>
        <translation>原生直方图的观测次数。</translation>
    </message>
    <message>
        <source>Share of the observations between two values.</source>
        <translation>两个值之间的观测所占的比例。</translation>
    </message>
    <message>
        <source>Quantile of histograms, by interpolation in their buckets.</source>
        <translation>直方图的分位数，在桶内插值得出。</translation>
    </message>
    <message>
        <source>Several quantiles of histograms, each under a label.</source>
        <translation>直方图的多个分位数，各带一个标签。</translation>
    </message>
    <message>
        <source>Standard deviation of native histograms.</source>
        <translation>原生直方图的标准差。</translation>
    </message>
    <message>
        <source>Variance of native histograms.</source>
        <translation>原生直方图的方差。</translation>
    </message>
    <message>
        <source>Sum of the observations of native histograms.</source>
        <translation>原生直方图的观测总和。</translation>
    </message>
    <message>
        <source>Hour of a time, 0 to 23, in UTC.</source>
        <translation>时间的小时，0 到 23，UTC。</translation>
    </message>
    <message>
        <source>Difference of the last two samples of a gauge.</source>
        <translation>仪表值最后两个样本之差。</translation>
    </message>
    <message>
        <source>Matches on all labels but these.</source>
        <translation>按除这些以外的所有标签匹配。</translation>
    </message>
    <message>
        <source>Increase of a counter over the range, extrapolated to its edges.</source>
        <translation>计数器在区间内的增量，外推到区间边缘。</translation>
    </message>
    <message>
        <source>Adds the labels of matching info series, such as target_info.</source>
        <translation>添加匹配的信息序列（如 target_info）的标签。</translation>
    </message>
    <message>
        <source>Increase per second of a counter, from its last two samples.</source>
        <translation>由最后两个样本得出的计数器每秒增量。</translation>
    </message>
    <message>
        <source>Joins labels with a separator into a new one.</source>
        <translation>用分隔符将多个标签连接成一个新标签。</translation>
    </message>
    <message>
        <source>Sets a label from another by a regular expression.</source>
        <translation>通过正则表达式由另一个标签设置标签。</translation>
    </message>
    <message>
        <source>Newest sample in the range.</source>
        <translation>区间内最新的样本。</translation>
    </message>
    <message>
        <source>A share of the elements, always the same ones.</source>
        <translation>一定比例的元素，始终是相同的那些。</translation>
    </message>
    <message>
        <source>Any k elements of each group.</source>
        <translation>每组任意 k 个元素。</translation>
    </message>
    <message>
        <source>Natural logarithm.</source>
        <translation>自然对数。</translation>
    </message>
    <message>
        <source>Decimal logarithm.</source>
        <translation>常用对数。</translation>
    </message>
    <message>
        <source>Binary logarithm.</source>
        <translation>以 2 为底的对数。</translation>
    </message>
    <message>
        <source>Median absolute deviation of the samples in the range.</source>
        <translation>区间内样本的绝对中位差。</translation>
    </message>
    <message>
        <source>Largest value of each group.</source>
        <translation>每组的最大值。</translation>
    </message>
    <message>
        <source>Largest sample in the range.</source>
        <translation>区间内的最大样本。</translation>
    </message>
    <message>
        <source>Smallest value of each group.</source>
        <translation>每组的最小值。</translation>
    </message>
    <message>
        <source>Smallest sample in the range.</source>
        <translation>区间内的最小样本。</translation>
    </message>
    <message>
        <source>Minute of a time, 0 to 59, in UTC.</source>
        <translation>时间的分钟，0 到 59，UTC。</translation>
    </message>
    <message>
        <source>Month of a time, 1 to 12, in UTC.</source>
        <translation>时间的月份，1 到 12，UTC。</translation>
    </message>
    <message>
        <source>Looks that much earlier.</source>
        <translation>向前看这么长的时间。</translation>
    </message>
    <message>
        <source>Matches on these labels only.</source>
        <translation>仅按这些标签匹配。</translation>
    </message>
    <message>
        <source>Elements of the left side, and those of the right that have no partner there.</source>
        <translation>左侧的元素，以及右侧中在左侧没有匹配的元素。</translation>
    </message>
    <message>
        <source>The number pi.</source>
        <translation>圆周率。</translation>
    </message>
    <message>
        <source>Value of a gauge in so many seconds, by least squares.</source>
        <translation>仪表在若干秒后的值，由最小二乘法得出。</translation>
    </message>
    <message>
        <source>1 for each series with a sample in the range.</source>
        <translation>区间内有样本的每个序列为 1。</translation>
    </message>
    <message>
        <source>Quantile of each group.</source>
        <translation>每组的分位数。</translation>
    </message>
    <message>
        <source>Quantile of the samples in the range.</source>
        <translation>区间内样本的分位数。</translation>
    </message>
    <message>
        <source>Degrees as radians.</source>
        <translation>将度转换为弧度。</translation>
    </message>
    <message>
        <source>Length of the query&apos;s range, in seconds.</source>
        <translation>查询区间的长度，以秒表示。</translation>
    </message>
    <message>
        <source>Increase per second of a counter over the range, resets taken into account.</source>
        <translation>计数器在区间内的每秒增量，已考虑重置。</translation>
    </message>
    <message>
        <source>How often a counter was reset in the range.</source>
        <translation>计数器在区间内重置的次数。</translation>
    </message>
    <message>
        <source>Rounded to the nearest multiple, 1 where none is given.</source>
        <translation>舍入到最近的倍数，未给出时为 1。</translation>
    </message>
    <message>
        <source>The only element of a vector as a number, NaN where there is none or more.</source>
        <translation>向量唯一的元素作为数字；没有或多于一个时为 NaN。</translation>
    </message>
    <message>
        <source>Sign: 1, 0 or -1.</source>
        <translation>符号：1、0 或 -1。</translation>
    </message>
    <message>
        <source>Sine of radians.</source>
        <translation>弧度的正弦。</translation>
    </message>
    <message>
        <source>Hyperbolic sine.</source>
        <translation>双曲正弦。</translation>
    </message>
    <message>
        <source>Elements by value, smallest first.</source>
        <translation>按值排列元素，最小的在前。</translation>
    </message>
    <message>
        <source>Elements by these labels.</source>
        <translation>按这些标签排列元素。</translation>
    </message>
    <message>
        <source>Elements by these labels, in reverse.</source>
        <translation>按这些标签倒序排列元素。</translation>
    </message>
    <message>
        <source>Elements by value, largest first.</source>
        <translation>按值排列元素，最大的在前。</translation>
    </message>
    <message>
        <source>Square root.</source>
        <translation>平方根。</translation>
    </message>
    <message>
        <source>Start of the query&apos;s range, in seconds.</source>
        <translation>查询区间的起点，以秒表示。</translation>
    </message>
    <message>
        <source>Standard deviation of each group.</source>
        <translation>每组的标准差。</translation>
    </message>
    <message>
        <source>Standard deviation of the samples in the range.</source>
        <translation>区间内样本的标准差。</translation>
    </message>
    <message>
        <source>Variance of each group.</source>
        <translation>每组的方差。</translation>
    </message>
    <message>
        <source>Variance of the samples in the range.</source>
        <translation>区间内样本的方差。</translation>
    </message>
    <message>
        <source>Step of the query, in seconds.</source>
        <translation>查询的步长，以秒表示。</translation>
    </message>
    <message>
        <source>Sum of each group.</source>
        <translation>每组的总和。</translation>
    </message>
    <message>
        <source>Sum of the samples in the range.</source>
        <translation>区间内样本的总和。</translation>
    </message>
    <message>
        <source>Tangent of radians.</source>
        <translation>弧度的正切。</translation>
    </message>
    <message>
        <source>Hyperbolic tangent.</source>
        <translation>双曲正切。</translation>
    </message>
    <message>
        <source>Time of the evaluation, in seconds.</source>
        <translation>求值的时间，以秒表示。</translation>
    </message>
    <message>
        <source>Time of each sample, in seconds.</source>
        <translation>每个样本的时间，以秒表示。</translation>
    </message>
    <message>
        <source>The k largest elements of each group, with their labels.</source>
        <translation>每组中最大的 k 个元素，保留其标签。</translation>
    </message>
    <message>
        <source>Time of the oldest sample in the range.</source>
        <translation>区间内最早样本的时间。</translation>
    </message>
    <message>
        <source>Time of the newest sample in the range.</source>
        <translation>区间内最新样本的时间。</translation>
    </message>
    <message>
        <source>Time of the largest sample in the range.</source>
        <translation>区间内最大样本的时间。</translation>
    </message>
    <message>
        <source>Time of the smallest sample in the range.</source>
        <translation>区间内最小样本的时间。</translation>
    </message>
    <message>
        <source>Elements of the left side that have no partner on the right.</source>
        <translation>左侧中在右侧没有匹配的元素。</translation>
    </message>
    <message>
        <source>A number as a vector of one element without labels.</source>
        <translation>将数字变为只有一个无标签元素的向量。</translation>
    </message>
    <message>
        <source>Groups by all labels but these.</source>
        <translation>按除这些以外的所有标签分组。</translation>
    </message>
    <message>
        <source>Year of a time, in UTC.</source>
        <translation>时间的年份，UTC。</translation>
    </message>
</context>
<context>
    <name>std</name>
    <message>
        <source>&quot;%1&quot; may only have small letters, digits and _</source>
        <translation>“%1”只能含小写字母、数字和 _</translation>
    </message>
</context>
</TS>
