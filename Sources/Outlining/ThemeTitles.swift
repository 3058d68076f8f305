internal import Scheduling
internal import Splitting
internal import Vectorizing

/// Names themes: what the headings of a theme's topics share and those of others do not.
///
/// Of the phrases in its headings a theme takes the one with the best F-measure (C. van Rijsbergen, Information Retrieval,
/// 1979) of the share of its topics that have the phrase and the share of the topics with the phrase that are its own,
/// which must be most; among equals the longest, then the first. No phrase begins or ends with a word that many topics
/// have. Where no phrase is shared, the first two topics' own phrases stand side by side. Topics of one heading, or one topic,
/// give it to their theme.
struct ThemeTitles {
    /// The canonical section of each topic.
    let canonical: [Section]
    var workers = Workers(count: 1)

    /// A phrase below this names a few of many.
    private static let leastMeasure = 0.5
    /// A word that more topics have than this share of all tells none apart.
    private static let commonShare = 0.2
    /// A title made of a text's first words ends here.
    private static let longestExcerpt = 40

    /// A title for each of `themes`, none empty, no two alike: one that is taken stands behind the heading above its first
    /// topic, or gets a number.
    func titles(of themes: [[Int]]) -> [String] {
        let phrases = workers.map(canonical.count) { HeadingPhrases.phrases(of: canonical[$0].heading) }
        let spread = spread(of: phrases, in: themes)
        let names = workers.map(themes.count) { number in
            let theme = themes[number]
            let title =
                commonHeading(theme) ?? shared(theme, phrases, spread).first
                ?? sideBySide(theme, phrases, spread) ?? heading(of: theme[0])
            let above = canonical[theme[0]].headingPath.dropLast().last.map(line) ?? ""
            return ([title] + (above.isEmpty ? [] : ["\(above): \(title)"])).map(Name.init)
        }
        var taken = TakenTitles()
        return names.map { names in
            taken.unique(names.first { !taken.contains($0.key) } ?? names[0]).text
        }
    }

    /// The heading of all topics of a theme, where it is one.
    private func commonHeading(_ theme: [Int]) -> String? {
        let heading = canonical[theme[0]].heading
        let title = line(heading)
        guard !title.isEmpty, theme.allSatisfy({ canonical[$0].heading.utf8.elementsEqual(heading.utf8) })
        else {
            return nil
        }
        return title
    }

    /// In how many topics each phrase stands that a theme of several topics has.
    private func spread(of phrases: [[HeadingPhrases.Phrase]], in themes: [[Int]]) -> [String: Int] {
        var spread: [String: Int] = [:]
        for theme in themes where theme.count > 1 {
            for topic in theme {
                for phrase in phrases[topic] {
                    for key in [phrase.key, phrase.firstKey, phrase.lastKey] { spread[key] = 0 }
                }
            }
        }
        guard !spread.isEmpty else { return [:] }
        let known = spread
        let keys = workers.map(phrases.count) { topic in
            Set(phrases[topic].flatMap { [$0.key, $0.firstKey, $0.lastKey] }).filter { known[$0] != nil }
        }
        for key in keys.joined() { spread[key, default: 0] += 1 }
        return spread
    }

    /// The phrases that topics of a theme share, the best first.
    private func shared(
        _ theme: [Int], _ phrases: [[HeadingPhrases.Phrase]], _ spread: [String: Int]
    ) -> [String] {
        var counts: [String: Int] = [:]
        for topic in theme {
            for key in Set(phrases[topic].map(\.key)) { counts[key, default: 0] += 1 }
        }
        var seen: Set<String> = []
        let candidates = theme.flatMap { phrases[$0] }.filter {
            seen.insert($0.key).inserted && isTelling($0, spread, theme)
        }.compactMap { phrase in
            let (count, all) = (Double(counts[phrase.key] ?? 0), Double(spread[phrase.key] ?? 1))
            let measure = 2 * count / (Double(theme.count) + all)
            return count > 1 && 2 * count > all && measure >= Self.leastMeasure
                ? (phrase: phrase, measure: measure) : nil
        }
        // Sorting must keep the order of equals.
        return candidates.enumerated().sorted {
            ($1.element.measure, $1.element.phrase.length, $0.offset) < (
                $0.element.measure, $0.element.phrase.length, $1.offset
            )
        }.map(\.element.phrase.text)
    }

    /// "model drift · retraining": the longest phrase of each of the first two topics that fewest others have.
    private func sideBySide(
        _ theme: [Int], _ phrases: [[HeadingPhrases.Phrase]], _ spread: [String: Int]
    ) -> String? {
        let own = theme.compactMap { topic in
            phrases[topic].filter { isTelling($0, spread, theme) }.max {
                (spread[$1.key] ?? 1, $0.length) < (spread[$0.key] ?? 1, $1.length)
            }?.text
        }
        guard own.count > 1, own[0] != own[1] else { return nil }
        return "\(own[0]) · \(own[1])"
    }

    private func isTelling(_ phrase: HeadingPhrases.Phrase, _ spread: [String: Int], _ theme: [Int]) -> Bool {
        let most = max(theme.count, Int(Self.commonShare * Double(canonical.count)))
        return [phrase.firstKey, phrase.lastKey].allSatisfy { (spread[$0] ?? 0) <= most }
    }

    /// What a topic is called: its heading, or the first words of its text.
    private func heading(of topic: Int) -> String {
        let section = canonical[topic]
        let heading = line(section.heading)
        guard heading.isEmpty else { return heading }
        let text = line(section.text(includingCode: true))
        if !text.isEmpty {
            return text.count > Self.longestExcerpt ? text.prefix(Self.longestExcerpt) + "…" : text
        }
        return section.key.map(line).flatMap { $0.isEmpty ? nil : $0 } ?? "(no heading)"
    }

    private func line(_ text: String) -> String {
        text.prefix(1_000).onOneLine
    }
}

/// A title and what it is compared by.
private struct Name: Sendable {
    let text: String
    let key: String

    init(_ text: String) {
        self.text = text
        key = TextNormalization.unicode.normalized(text)
    }
}

/// The titles that themes have so far.
private struct TakenTitles {
    private var keys: Set<String> = []
    /// For a title that was taken when it was asked for, the number that the next one gets.
    private var nextNumbers: [String: Int] = [:]

    /// Whether a theme has this title.
    func contains(_ key: String) -> Bool { keys.contains(key) }

    /// Takes `title`, or the title with the first number from 2 on that makes it one of its own. O(1) but for
    /// titles that end in such a number themselves.
    mutating func unique(_ title: Name) -> Name {
        if keys.insert(title.key).inserted { return title }
        var number = nextNumbers[title.key] ?? 2
        var numbered = Name("\(title.text) (\(number))")
        while !keys.insert(numbered.key).inserted {
            number += 1
            numbered = Name("\(title.text) (\(number))")
        }
        nextNumbers[title.key] = number + 1
        return numbered
    }
}
