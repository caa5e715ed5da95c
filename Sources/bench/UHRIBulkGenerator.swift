#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

struct GeneratorError: Error { var path: String }

/// Writes a file in the shape of UHRI's bulk export: one array, about 1,300 bytes and eleven tags a record, in invented words about
/// invented States. The same number of records always gives the same bytes.
func writeUHRIBulk(records: Int, to path: String) throws {
    guard let file = fopen(path, "w") else { throw GeneratorError(path: path) }
    defer { fclose(file) }
    var generator = UHRIBulkGenerator()
    var line = "["
    for record in 0..<records {
        if record > 0 { line += "," }
        generator.append(record, to: &line)
        if line.utf8.count > 1 << 20 || record == records - 1 {
            if record == records - 1 { line += "]" }
            let written = line.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) }
            guard written == line.utf8.count else { throw GeneratorError(path: path) }
            line.removeAll(keepingCapacity: true)
        }
    }
    if records == 0 { fputs("[]", file) }
}

private struct UHRIBulkGenerator {
    private static let recordsPerDocument = 48
    private var state: UInt64 = 0x5EED

    /// SplitMix64 (Steele, Lea, Flood 2014).
    private mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }

    mutating func append(_ record: Int, to line: inout String) {
        let document = record / Self.recordsPerDocument
        let place = record % Self.recordsPerDocument + 1
        let isUPR = document % 2 == 0
        let stateIndex = document / 2 % Self.states.count
        let cycle = document / (2 * Self.states.count) % 4 + 1
        let body = isUPR ? "UPR" : Self.bodies[document % Self.bodies.count]
        let givers = isUPR ? picks(place % 9 == 0 ? 3 : 1, from: Self.states) : []
        line += #"{"AffectedPersons":"# + list(picks(3, from: Self.persons))
        line += #","AnnotationId":""# + guid(record) + #"","AnnotationType":"- "#
        line += isUPR || record % 3 > 0 ? "Recommendations" : "Concerns/Observations"
        line += #"","Body":"- "# + body + #"","Countries":"# + list([Self.states[stateIndex]])
        line += #","DocumentId":""# + guid(document + 1_000_000_000)
        let year = 2006 + document % 20
        line += #"","PublicationDate":"\#(year)-0\#(document % 9 + 1)-1\#(document % 8)T00:00:00""#
        line += #","PublicationDateOnUhri":"\#(year)-12-01T10:00:00.5","Regions":["Invented region"],"Sdgs":"#
        line += list(picks(3, from: Self.sdgs))
        line += #","Symbol":"DEMO/\#(body)/\#(document)","Text":""#
        appendText(isUPR: isUPR, place: place, document: document, givers: givers, to: &line)
        line += #"","Themes":"# + list(picks(5, from: Self.themes))
        line += #","UprCycle":"# + (isUPR ? "\"Cycle \(cycle)\"" : "null")
        line += #","UprPositions":"# + (isUPR ? (record % 4 == 0 ? #"["Noted"]"# : #"["Supported"]"#) : "[]")
        line += #","UprRecommendingCountry":"# + list(givers)
        line +=
            #","UprRecommendingRegions":[],"UprSession":"# + (isUPR ? #"["Session \#(cycle * 13 - 5)"]"# : "[]") + "}"
    }

    /// A UPR sentence, or a committee's paragraph of several.
    private mutating func appendText(isUPR: Bool, place: Int, document: Int, givers: [String], to line: inout String) {
        if isUPR {
            line += "\(100 + document % 60).\(place) "
            appendSentence(to: &line)
            line += " (" + givers.joined(separator: ", ") + ");"
            return
        }
        if place % 6 == 0 { line += "Matters of concern" }
        line += "\(place).The Committee notes with concern that "
        for _ in 0..<4 { appendSentence(to: &line); line += ". " }
        line += "It recommends that the State party:"
        for letter in ["a", "b", "c"] { line += " (\(letter)) "; appendSentence(to: &line); line += ";" }
    }

    private mutating func appendSentence(to line: inout String) {
        line += Self.verbs[next(Self.verbs.count)]
        for _ in 0..<8 + next(14) {
            line += " "
            line += next(9) == 0 ? Self.rare(next(40_000)) : Self.nouns[next(Self.nouns.count)]
        }
    }

    private mutating func picks(_ count: Int, from words: [String]) -> [String] {
        let start = next(words.count)
        let step = 1 + next(words.count - 1)
        var picked: [String] = []
        for turn in 0..<count {
            let word = words[(start + turn * step) % words.count]
            if !picked.contains(word) { picked.append(word) }
        }
        return picked
    }

    private func list(_ words: [String]) -> String { "[" + words.map { "\"\($0)\"" }.joined(separator: ",") + "]" }

    private func guid(_ number: Int) -> String {
        let digits = String(UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
        let wide = String(repeating: "0", count: 16 - digits.count) + digits
        let low = String(number, radix: 16)
        return "\(wide.prefix(8))-\(wide.dropFirst(8).prefix(4))-4000-\(wide.suffix(4))-"
            + String(repeating: "0", count: max(0, 12 - low.count)) + low
    }

    /// A word of a long tail, always the same for the same number.
    private static func rare(_ number: Int) -> String {
        var number = number
        var word = ""
        for _ in 0..<4 {
            word += syllables[number % syllables.count]
            number /= syllables.count
        }
        return word
    }

    private static let syllables = [
        "ba", "cor", "di", "fen", "gal", "hu", "is", "jor", "ka", "lem", "mo", "nir", "os", "pa", "rul",
    ]
    private static let states = [
        "Aldora", "Belmar", "Corvia", "Dorvane", "Elstria", "Farundi", "Gelmark", "Hestia", "Ilvania", "Jorland",
        "Kestria",
        "Lumeria",
    ]
    private static let bodies = ["CRC", "CEDAW", "CESCR", "CCPR", "CAT", "CERD", "CRPD", "CMW", "CED"]
    private static let persons = [
        "Children", "Women & girls", "Migrants", "Older persons", "Media", "Persons with disabilities",
    ]
    private static let sdgs = [
        "16.2 - Protect children", "5.2 - End violence against women", "4.1 - Free schooling",
        "8.7 - End forced labour",
        "10.3 - Equal chances", "16.3 - Rule of law", "3.8 - Health for all",
    ]
    private static let themes = [
        "Right to health", "Right to education", "Equality & non-discrimination",
        "Administration of justice & fair trial",
        "Sexual & gender-based violence", "Right to work", "Freedom of opinion", "Ratification of instruments",
        "Civil society space",
        "Invented theme of the first kind", "Invented theme of the second kind",
    ]
    private static let verbs = [
        "Adopt", "Strengthen", "Continue", "Ensure", "Review", "Establish", "Ratify", "Consider", "Provide",
    ]
    private static let nouns = [
        "measures", "to", "protect", "the", "rights", "of", "all", "children", "and", "women", "in", "rural", "areas",
        "with",
        "adequate", "resources", "for", "schools", "courts", "clinics", "against", "violence", "including", "through",
        "national",
        "legislation", "training", "police", "officers", "independent", "institutions", "access", "housing", "water",
        "work",
        "without", "discrimination", "persons", "minorities", "migrants", "education", "health", "services", "quality",
        "public",
        "plan", "action", "budget", "participation", "monitoring",
    ]
}
