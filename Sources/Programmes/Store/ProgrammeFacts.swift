import Domain
import Language
import Markup
import Secrets

/// What lists, filters and sums know of an activity.
struct ProgrammeFacts: Sendable {
    static let wordsMax = 120
    static let wordCharactersMax = 40
    static let titleCharactersMax = 1_000
    /// Of Chinese and Japanese, which do not part words: how much of what follows a character is kept with it.
    private static let runCharactersMax = 8

    let identifier: String
    let titles: [LanguageTag: String]
    let title: String
    let reporter: ProgrammeActor
    let status: String
    let modality: Modality?
    let starts: CalendarDate?
    let ends: CalendarDate?
    let updated: String
    let states: [(state: StateCode, share: Int?)]
    let purposes: [(kind: String, code: String)]
    let actors: [(role: String, actor: ProgrammeActor, kind: String)]
    let totals: [MoneyTotal]
    let words: [String]
    let body: [UInt8]
    let digest: String

    init(_ activity: Activity, _ codes: AidCodes) {
        identifier = activity.identifier
        var titles: [LanguageTag: String] = [:]
        for narrative in activity.titles {
            let language = narrative.language ?? LanguageTag("und")
            if titles[language] == nil { titles[language] = String(narrative.text.prefix(Self.titleCharactersMax)) }
        }
        self.titles = titles
        title = activity.titles.best(for: .english).map { String($0.text.prefix(Self.titleCharactersMax)) } ?? ""
        reporter = Self.actor(activity.reporter)
        status = activity.status ?? ""
        modality = activity.modality
        starts = activity.starts
        ends = activity.ends
        updated = activity.updated ?? ""
        states = activity.recipientCountries.compactMap { country in
            codes.state(country.code).map { ($0, country.percentage?.hundredths) }
        }
        purposes = Self.purposes(activity, codes)
        actors = activity.participants.map { ($0.role ?? "", Self.actor($0), $0.kind ?? "") }
        totals = activity.totals
        words = Self.words(activity, actors.map(\.actor.name) + [reporter.name])
        var body: [UInt8] = []
        XMLText.write(activity.element, to: &body)
        self.body = body
        digest = Digest.sha256Hex(body)
    }

    private static func actor(_ organisation: Organisation?) -> ProgrammeActor {
        ProgrammeActor(
            reference: organisation?.reference ?? "", name: organisation?.names.best(for: .english)?.text ?? "")
    }

    static func actorKey(reference: String, name: String) -> String {
        reference.isEmpty ? name.isEmpty ? "" : "~" + TextFolding.fold(name) : reference.lowercased()
    }

    private static func purposes(_ activity: Activity, _ codes: AidCodes) -> [(kind: String, code: String)] {
        var found: Set<[String]> = []
        for code in activity.purposeCodes {
            if code.count == 5 { found.insert(["sector", code]) }
            if code.count == 5 || code.count == 3 { found.insert(["category", String(code.prefix(3))]) }
            for theme in codes.themes(ofSector: code)?.themes ?? [] { found.insert(["theme", theme]) }
        }
        for code in activity.goals {
            found.insert(["goal", code.split(separator: ".").first.map(String.init) ?? code])
            if code.contains(".") { found.insert(["target", code]) }
        }
        return found.map { ($0[0], $0[1]) }.sorted { $0 < $1 }
    }

    private static func words(_ activity: Activity, _ names: [String]) -> [String] {
        var found: Set<String> = []
        let texts =
            activity.titles.map(\.text) + names + [activity.identifier]
            + activity.descriptions.flatMap { $0.texts.map { String($0.text.prefix(600)) } }
        for text in texts {
            for word in split(text) where found.count < wordsMax { found.insert(word) }
        }
        return found.sorted()
    }

    /// Folded words of a text; a run of Han characters is kept from each of its characters on, so that any part of it is found by prefix.
    static func split(_ text: String) -> [String] {
        var words: [String] = []
        for word in TextFolding.fold(text).split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let isHan = word.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
            guard isHan else {
                words.append(String(word.prefix(wordCharactersMax)))
                continue
            }
            let characters = Array(word)
            for start in characters.indices { words.append(String(characters[start...].prefix(runCharactersMax))) }
        }
        return words
    }
}
