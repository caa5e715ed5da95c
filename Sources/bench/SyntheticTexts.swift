import Foundation

/// A generator whose numbers are the same everywhere, every time.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// Invented recommendations: sentences of our own patterns, with a long tail of made-up names and terms, so that words are as
/// unevenly spread as in real ones. About 388 characters each.
struct SyntheticTexts {
    let count: Int
    /// Times the usual length of 388 characters.
    var lengthFactor = 1

    private static let verbs = words(
        """
        adopt amend strengthen ensure continue consider ratify promote protect improve establish review implement develop \
        guarantee intensify step expand submit accelerate allocate investigate prevent combat eliminate repeal abolish \
        harmonise publish consult train monitor finance prohibit criminalise register evaluate facilitate simplify
        """)
    private static let objects = words(
        """
        legislation policies measures programmes efforts laws strategies plans services institutions mechanisms resources \
        standards procedures campaigns safeguards guidelines budgets protocols conventions reforms courts shelters schools \
        clinics statistics inspections remedies complaints reports indicators quotas scholarships partnerships training
        """)
    private static let topics = words(
        """
        education health housing water sanitation justice detention torture trafficking slavery violence discrimination \
        poverty nutrition employment pensions asylum migration statelessness citizenship marriage inheritance land forests \
        mining pollution climate disasters elections media assembly association religion belief privacy surveillance prisons \
        police judiciary corruption disability ageing youth childhood adoption labour trade debt culture languages sport
        """)
    private static let groups = words(
        """
        women children girls boys migrants refugees minorities workers farmers fishers prisoners students teachers nurses \
        journalists defenders lawyers elders widows orphans families villagers herders nomads patients victims witnesses
        """)
    /// A sentence is an opening, a purpose and a close, each with slots: verb, object, topic, group, name.
    private static let openings = [
        "%v the %o on %t", "%v and %v %o against %t", "take steps to %v its %o on %t", "continue to %v %o for %g",
        "consider whether to %v the %n act on %t", "%v, with the %n council, %o for %g",
        "ask the %n commission to %v %o",
        "set a date by which to %v the %o of the %n plan", "%v the pending bill on %t",
        "%v without delay %o on %t and %t",
        "report on how it will %v %o in %n", "share with %n its experience of how to %v %o", "fund and %v %o for %g",
        "resume its work to %v %o on %t", "invite %g to help %v %o on %t", "publish the %n study and %v %o",
        "withdraw its reservation on %t and %v %o", "%v %o that %g have asked for since the %n inquiry",
    ]
    private static let purposes = [
        " so that %g enjoy their right to %t", " in order to end %t of %g", " with special regard to %g in %n",
        " as the %n committee advised", " by means of %o that reach %g", " in the districts of %n and %n",
        ", including for %g who live far from %n", " and protect %g from %t", ", giving priority to %t and %t",
        " where %g are affected by %t", " in law and in practice", " through better %o and %o", "", "", "",
    ]
    private static let closes = [
        ", in line with the convention", " before the next review", " with technical help from %n",
        " and report yearly",
        ", taking account of the needs of %g", " in cooperation with civil society", " without discrimination", "", "",
        "", "", "",
        " as a matter of urgency", ", and allot a budget for it", " together with %g", " at every level of government",
    ]

    /// Writes the texts as JSON lines.
    func write(to path: String) throws {
        try Data().write(to: URL(filePath: path))
        let output = try FileHandle(forWritingTo: URL(filePath: path))
        var generator = SeededGenerator(seed: 20_130_215)
        let names = Self.names(count: 40_000, &generator)
        var part = ""
        for id in 1...count {
            part += line(id, names, &generator)
            if id % 2_000 == 0 || id == count {
                try output.write(contentsOf: Data(part.utf8))
                part = ""
            }
        }
        try output.close()
    }

    private func line(_ id: Int, _ names: [String], _ generator: inout SeededGenerator) -> String {
        var text = ""
        let length = 150 + Self.skewed(480, &generator) + Int.random(in: 0..<210, using: &generator)
        while text.utf8.count < length * lengthFactor {
            let frame =
                Self.any(Self.openings, &generator) + Self.any(Self.purposes, &generator)
                + Self.any(Self.closes, &generator)
            let sentence = Self.fill(frame, names, &generator)
            text += (text.isEmpty ? "" : " ") + sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
        }
        let state = "X" + Self.letters(Self.skewed(190, &generator))
        var issues: Set<String> = []
        for _ in 0..<(1 + Int.random(in: 0..<4, using: &generator)) {
            issues.insert(Self.topics[Self.skewed(Self.topics.count, &generator)])
        }
        let response = ["supported", "supported", "supported", "noted", "pending"][
            Int.random(in: 0..<5, using: &generator)]
        let list = issues.sorted().map { "\"\($0)\"" }.joined(separator: ",")
        let action = 1 + Int.random(in: 0..<5, using: &generator)
        return "{\"id\":\(id),\"text\":\"\(text)\",\"state\":\"\(state)\",\"issues\":[\(list)],"
            + "\"response\":\"\(response)\",\"action\":\(action)}\n"
    }

    private static func fill(_ frame: String, _ names: [String], _ generator: inout SeededGenerator) -> String {
        var text = ""
        var isSlot = false
        for character in frame {
            guard isSlot else {
                if character == "%" { isSlot = true } else { text.append(character) }
                continue
            }
            isSlot = false
            switch character {
            case "v": text += verbs[skewed(verbs.count, &generator)]
            case "o": text += objects[skewed(objects.count, &generator)]
            case "t": text += topics[skewed(topics.count, &generator)]
            case "g": text += groups[skewed(groups.count, &generator)]
            default: text += names[skewed(names.count, &generator)]
            }
        }
        return text
    }

    private static func any(_ choices: [String], _ generator: inout SeededGenerator) -> String {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
    }

    /// Small numbers are likelier, about as the ranks of words are.
    private static func skewed(_ count: Int, _ generator: inout SeededGenerator) -> Int {
        let share = Double.random(in: 0..<1, using: &generator)
        return min(count - 1, Int(pow(Double(count + 1), share)) - 1)
    }

    private static func names(count: Int, _ generator: inout SeededGenerator) -> [String] {
        let starts = words(
            "al bel cor dal er fen gor hal il jor kal lor mar nor or pel quen ros sel tor ul vel wen yar zel")
        let middles = words("a e i o u an en in on un ar er ir or ur al el il ol")
        let ends = words(
            "dora mar via rin tesh goth lund vash mont dell beck holm stead wick ford bury den ros tal mir")
        var seen: Set<String> = []
        var names: [String] = []
        while names.count < count {
            var name = starts[Int.random(in: 0..<starts.count, using: &generator)]
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                name += middles[Int.random(in: 0..<middles.count, using: &generator)]
            }
            name += ends[Int.random(in: 0..<ends.count, using: &generator)]
            if seen.insert(name).inserted { names.append(name) }
        }
        return names
    }

    private static func letters(_ number: Int) -> String {
        String(decoding: [UInt8(65 + number / 26), UInt8(65 + number % 26)], as: UTF8.self)
    }

    private static func words(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }
}

/// Questions of the five types, drawn from texts so that they have answers.
enum SyntheticQuestions {
    private static let types = ["one", "and2", "or4", "phrase", "and2+state"]
    private static let perType = 200

    static func write(for corpusPath: String, to path: String) throws {
        struct Record: Decodable {
            var text: String
            var state: String?
        }
        var lines: [Data] = []
        var generator = SeededGenerator(seed: 58)
        var seen = 0
        let wanted = types.count * perType
        // A sample of fixed size from however many lines there are.
        try LineReader.forEachLine(of: corpusPath) { line in
            seen += 1
            if lines.count < wanted {
                lines.append(Data(line))
            } else {
                let place = Int.random(in: 0..<seen, using: &generator)
                if place < wanted { lines[place] = Data(line) }
            }
        }
        let records = try lines.map { try JSONDecoder().decode(Record.self, from: $0) }
        let words = records.map { $0.text.lowercased().split { !$0.isASCII || !$0.isLetter }.map(String.init) }
        let picker = WordPicker(words)
        var questions: [SearchQuestion] = []
        for (number, record) in records.enumerated() where words[number].count > 4 {
            let type = types[number % types.count]
            let text = picker.question(type, words[number], &generator)
            questions.append(SearchQuestion(type: type, q: text, state: type == "and2+state" ? record.state : nil))
        }
        try JSONEncoder().encode(questions).write(to: URL(filePath: path))
    }
}

/// Draws words of a text as people do: telling ones rather than those that stand in every text.
private struct WordPicker {
    private var holding: [String: Int] = [:]

    init(_ texts: [[String]]) {
        for text in texts { for word in Set(text) { holding[word, default: 0] += 1 } }
    }

    func question(_ type: String, _ words: [String], _ generator: inout SeededGenerator) -> String {
        switch type {
        case "one": return word(words, &generator)
        case "or4": return (0..<4).map { _ in word(words, &generator) }.joined(separator: " ")
        case "phrase":
            // Of two places the one whose commoner word is rarer.
            let places = (0..<2).map { _ in Int.random(in: 0..<words.count - 1, using: &generator) }
            let place = places.min { commonest(words[$0...$0 + 1]) < commonest(words[$1...$1 + 1]) } ?? 0
            return words[place...place + 1].joined(separator: " ")
        default: return word(words, &generator) + " " + word(words, &generator)
        }
    }

    /// Of two words of more than three letters the rarer.
    private func word(_ words: [String], _ generator: inout SeededGenerator) -> String {
        let telling = words.filter { $0.count > 3 }
        let choices = telling.isEmpty ? words : telling
        let drawn = (0..<2).map { _ in choices[Int.random(in: 0..<choices.count, using: &generator)] }
        return drawn.min { holding[$0, default: 0] < holding[$1, default: 0] } ?? choices[0]
    }

    private func commonest(_ words: ArraySlice<String>) -> Int { words.map { holding[$0, default: 0] }.max() ?? 0 }
}
