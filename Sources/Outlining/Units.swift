/// The units that amounts are counted in.
enum Units {
    /// Each English unit, in lower case, with its name in the singular.
    static let words: [String: String] = {
        var words: [String: String] = [:]
        for (name, others) in [
            "ms": ["millisecond", "milliseconds"], "second": ["s", "sec", "secs", "seconds"],
            "minute": ["min", "mins", "minutes"], "hour": ["h", "hr", "hrs", "hours"], "day": ["d", "days"],
            "night": ["nights"], "week": ["weeks"], "fortnight": [], "month": ["months"],
            "quarter": ["quarters"],
            "year": ["yr", "yrs", "years"], "byte": ["bytes"], "bit": ["bits"], "kb": ["kib"], "mb": ["mib"],
            "gb": ["gib"], "tb": ["tib"], "pb": [], "mm": [], "cm": [], "km": [],
            "meter": ["m", "meters", "metre", "metres"],
            "mile": ["miles"], "g": ["gram", "grams"], "kg": [], "ton": ["tons", "tonne", "tonnes"], "hz": [],
            "khz": [],
            "mhz": [], "ghz": [], "percent": [], "usd": ["dollar", "dollars"], "eur": ["euro", "euros"],
            "time": ["times"],
            "copy": ["copies"], "user": ["users"], "person": ["people", "persons"], "page": ["pages"],
            "item": ["items"],
            "request": ["requests"], "node": ["nodes"], "core": ["cores"], "thread": ["threads"],
        ] {
            words[name] = name
            for other in others { words[other] = name }
        }
        for month in months { words[month] = month }
        return words
    }()

    /// The months in English, in lower case: as units they make dates.
    static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november",
        "december",
    ]

    /// Chinese units and measure words, the longer of two that begin alike first.
    static let ideographs: [[Unicode.Scalar]] = [
        "分钟", "小时", "星期", "个月", "百分点", "秒", "分", "时", "天", "日", "周", "月", "年", "季度", "元", "块", "美元", "成", "倍",
        "次", "人", "名", "位", "级", "档", "篇", "条", "道", "份", "家", "台", "张", "页", "章", "步", "字", "词元", "公里", "米",
        "厘米",
        "公斤", "克", "吨", "度", "个", "项", "件", "种", "轮", "层", "点",
    ].map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }

    /// Whether an amount says how many only beside another one: what a Chinese text says where an English one has "a", and
    /// "some".
    static func saysNoNumber(_ key: String) -> Bool { articles.contains(key) || key.hasPrefix("几") }

    private static let articles: Set<String> = Set(
        "个种名位条项件家份台张篇次步层点轮".map { "1 \($0)" })

    /// The measure word of tenths: "八成" is 80 %.
    static let tenths = "成"

    /// English numerals.
    static let numerals: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70,
        "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
    ]

    /// The characters of Chinese numerals, "half" and "some" among them.
    static let ideographicDigits: Set<Unicode.Scalar> = Set("零〇一二两三四五六七八九十百千万亿半几".unicodeScalars)
}
