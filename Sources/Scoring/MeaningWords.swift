/// Words that turn the meaning of a sentence round, in English and Chinese.
///
/// The lists were written for this project: pairs that manuals and settings are full of. What they lack is no error, only a
/// pair of texts that is not marked.
enum MeaningWords {
    /// The opposites of each word.
    static let opposites: [TokenIdentity: [TokenIdentity]] = {
        var opposites: [TokenIdentity: [TokenIdentity]] = [:]
        for (first, second) in pairs {
            let (a, b) = (TokenIdentity(word: first), TokenIdentity(word: second))
            opposites[a, default: []].append(b)
            opposites[b, default: []].append(a)
        }
        return opposites
    }()

    /// Words that negate.
    static let negations = Set(
        (englishNegations + chineseNegations.map(String.init)).map { TokenIdentity(word: $0) })

    /// Words that say nothing about the subject.
    static let functionWords = Set(
        (englishFunctionWords + chineseFunctionWords.map(String.init)).map { TokenIdentity(word: $0) })

    private static var pairs: [(String, String)] {
        let english = englishPairs.split(whereSeparator: \.isNewline).flatMap { line in
            line.split(separator: ",").map { pair -> (String, String) in
                let words = pair.split(separator: " ").map(String.init)
                return (words[0], words[1])
            }
        }
        let chinese = chinesePairs.split(whereSeparator: \.isWhitespace).map { pair in
            (String(pair.prefix(1)), String(pair.suffix(1)))
        }
        return english + chinese
    }

    private static let englishPairs = """
        enable disable, enabled disabled, enables disables, enabling disabling, always never, allow deny
        allow forbid, allowed denied, allowed forbidden, allows denies, add remove, added removed, adds removes
        adding removing, create delete, created deleted, creating deleting, increase decrease
        increased decreased, increases decreases, increasing decreasing, minimum maximum, min max
        minimal maximal, before after, import export, imported exported, importing exporting, read write
        reads writes, reading writing, start stop, started stopped, starts stops, starting stopping, open close
        opened closed, opening closing, on off, yes no, upper lower, upload download, uploaded downloaded
        uploading downloading, install uninstall, installing uninstalling, required optional, public private
        internal external, encrypt decrypt, encrypted decrypted, client server, input output, first last, up down
        left right, upgrade downgrade, upgrading downgrading, advantage disadvantage, advantages disadvantages
        pros cons, with without, lock unlock, attach detach, connect disconnect, include exclude
        includes excludes, included excluded, accept reject, accepted rejected, success failure
        synchronous asynchronous, possible impossible, can cannot, safe unsafe, valid invalid, secure insecure
        backup restore, push pull, grant revoke, horizontal vertical, primary secondary, online offline
        positive negative, more less, higher lower, inbound outbound, ingress egress, source target
        """
    private static let chinesePairs = """
        优缺 启禁 开关 增减 大小 高低 前后 上下 左右 真假 正负 正反 内外 进出 入出 加减 升降 快慢 多少 长短 新旧 公私 早晚 先后
        买卖 收发 读写 允禁 成败 利弊 主从 强弱 推拉 软硬 同异 宽窄 加卸 横纵
        """
    private static let englishNegations = [
        "not", "no", "never", "without", "cannot", "neither", "nor", "don", "doesn", "didn", "isn", "aren",
        "wasn", "won",
        "shouldn", "mustn", "can't",
    ]
    private static let chineseNegations = "不未非无没勿否别"
    private static let englishFunctionWords = """
        the a an of to in on for and or is are be by with from as at it its this that these those you your we our can may
        will must should if when which who what how not all any each into than then so but do does has have was were
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    private static let chineseFunctionWords = "的了和与在是为对将把被也都就而及或可以请要会能等个一这那其并中如何怎样你您我们性"
}
