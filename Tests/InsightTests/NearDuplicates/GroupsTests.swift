import Insight
import Testing

@Suite struct GroupsTests {
    /// SplitMix64.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }

    private static let words = [
        "train", "judges", "clinics", "consider", "ratify", "CEDAW", "OP-CAT", "not", "children", "18", "land", "of",
        "the",
        "establish", "commission", "water", "the Convention on the Rights of the Child", "efforts", "prison", "CRPD",
        "school",
    ]

    private func made(_ count: Int, _ generator: inout Seeded) -> [InsightText] {
        (0..<count).map { index in
            let length = Int.random(in: 0...9, using: &generator)
            let text = (0..<length).compactMap { _ in Self.words.randomElement(using: &generator) }.joined(
                separator: " ")
            return InsightText(id: Int64(index), language: "en", text: text)
        }
    }

    @Test("Similarity is symmetric, within 0 and 1, 1 for a text and itself, and the same for whoever compares")
    func symmetric() {
        var generator = Seeded(state: 7)
        let comparer = TextComparer()
        let texts = made(60, &generator)
        for a in texts {
            for b in texts {
                let similarity = comparer.similarity(a, b)
                #expect(similarity == comparer.similarity(b, a) && (0...1).contains(similarity))
                if a.text == b.text, a.text.contains(where: \.isLetter) { #expect(similarity == 1) }
            }
            #expect(NearDuplicates.similarity(a, texts[0]) == comparer.similarity(a, texts[0]))
        }
    }

    @Test("Which texts stand together does not depend on their order", arguments: [1, 2, 3, 4])
    func orderIndependent(seed: UInt64) {
        var generator = Seeded(state: seed)
        let texts = made(400, &generator)
        let groups = Set(NearDuplicates.groups(texts).map { Set($0.map { texts[$0].id }) })
        #expect(groups.count > 3)
        let mixed = texts.shuffled(using: &generator)
        #expect(Set(NearDuplicates.groups(mixed).map { Set($0.map { mixed[$0].id }) }) == groups)
    }

    @Test("Every text of a group is a near-duplicate of one and the same member")
    func noChains() {
        var generator = Seeded(state: 11)
        let texts = made(500, &generator)
        let comparer = TextComparer()
        for group in NearDuplicates.groups(texts) {
            let hasCentre = group.contains { centre in
                group.allSatisfy { comparer.similarity(texts[$0], texts[centre]) >= NearDuplicates.threshold - 0.001 }
            }
            #expect(hasCentre)
        }
    }

    @Test("The same text is always in one group, whatever stands around it; groups do not overlap and are in order")
    func duplicates() {
        var generator = Seeded(state: 13)
        let texts = made(300, &generator)
        let groups = NearDuplicates.groups(texts)
        var group: [Int: Int] = [:]
        for (number, members) in groups.enumerated() {
            #expect(members.count > 1 && members == members.sorted())
            for member in members { #expect(group.updateValue(number, forKey: member) == nil) }
        }
        #expect(groups.map { $0[0] } == groups.map { $0[0] }.sorted())
        for (a, b) in Dictionary(grouping: texts.indices, by: { texts[$0].text }).values.flatMap({
            zip($0, $0.dropFirst())
        })
        where !texts[a].text.isEmpty { #expect(group[a] != nil && group[a] == group[b]) }
    }

    @Test("Texts that name different instruments to join are never together")
    func instruments() {
        let acronyms = [
            "CEDAW", "CAT", "OP-CAT", "CRPD", "OP-CRPD", "CRC", "ICCPR", "ICCPR-OP2", "ICESCR", "ICPPED", "ICRMW",
        ]
        var texts: [InsightText] = []
        for acronym in acronyms {
            for frame in ["Ratify %", "Accede to %", "Sign and ratify % without delay", "Become a party to the %"] {
                let text = frame.replacing("%", with: acronym)
                texts.append(InsightText(id: Int64(texts.count), language: "en", text: text))
            }
        }
        let groups = NearDuplicates.groups(texts)
        #expect(groups == acronyms.indices.map { Array($0 * 4..<$0 * 4 + 4) })
    }

    @Test("Nothing that is fed to it hangs or ends it")
    func hostile() {
        let long = String(repeating: "word ", count: 60_000)
        let varied = (0..<20_000).map { "w\($0)" }.joined(separator: " ")
        var texts = [
            "", " ", "…", "(((", "121.", "\u{0}", "\u{FEFF}", "(Aldora)", "Optional Protocol", "of the", long, long,
            varied, varied,
        ]
        .enumerated().map { InsightText(id: Int64($0), language: ["en", "zh", "xx", ""][$0 % 4], text: $1) }
        texts += (0..<3_000).map { InsightText(id: Int64($0), language: "en", text: "Build clinics in every district") }
        let groups = NearDuplicates.groups(texts)
        #expect(groups.contains { $0.count == 3_000 })
        #expect(!groups.joined().contains(0))
    }
}
