/// Keeps a draft within its limit of words.
enum Trimming {
    /// Takes out paragraphs, those that matter least first and of those the last, until the rest is short enough, and lists them.
    /// What must stay stays, so the rest can still be too long.
    static func trimmed(_ sections: [DraftedSection], to wordsMax: Int?, count: (String) -> Int) -> DraftedReport {
        var report = DraftedReport(sections)
        guard let wordsMax else { return report }
        struct Place {
            var section: Int
            var paragraph: Int
            var words: Int
            var leave: Int
        }
        var places: [Place] = []
        for (section, drafted) in sections.enumerated() where !drafted.section.isAnnex {
            for (paragraph, content) in drafted.paragraphs.enumerated() {
                let words = content.content.sentences.reduce(0) { $0 + count($1.text) }
                places.append(Place(section: section, paragraph: paragraph, words: words, leave: content.leave))
            }
        }
        var total = places.reduce(0) { $0 + $1.words }
        var dropped: Set<[Int]> = []
        for place in places.reversed().sorted(by: { $0.leave > $1.leave }) where total > wordsMax && place.leave > 0 {
            total -= place.words
            dropped.insert([place.section, place.paragraph])
        }
        for place in places where dropped.contains([place.section, place.paragraph]) {
            let drafted = sections[place.section]
            let content = drafted.paragraphs[place.paragraph].content
            report.leftOut.append(
                LeftOut(
                    section: drafted.section.key, key: content.key, text: content.text, words: place.words,
                    sources: content.sources))
        }
        for section in sections.indices {
            report.sections[section].paragraphs = sections[section].paragraphs.enumerated()
                .filter { !dropped.contains([section, $0.offset]) }.map(\.element)
            removeEmptyHeadings(&report.sections[section].paragraphs)
        }
        return report
    }

    /// A heading under which nothing is left says nothing.
    private static func removeEmptyHeadings(_ paragraphs: inout [DraftedParagraph]) {
        var kept: [DraftedParagraph] = []
        for (place, paragraph) in paragraphs.enumerated() {
            if let level = paragraph.content.headingLevel {
                let next = place + 1 < paragraphs.count ? paragraphs[place + 1] : nil
                guard let next, next.content.headingLevel.map({ $0 > level }) ?? true else { continue }
            }
            kept.append(paragraph)
        }
        paragraphs = kept
    }
}
