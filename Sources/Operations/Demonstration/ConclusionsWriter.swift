internal import Domain

/// Writes one document of a mechanism that is not a review: conclusions, a visit report, a judgment.
struct ConclusionsWriter: DocumentWriter {
    let files: DemonstrationFiles
    let mechanism: DemonstrationMechanism
    let state: DemonstrationState
    let habit: DocumentHabit
    let round: Int
    let date: CalendarDate
    let seed: UInt64

    private var writer: DraftWriter { DraftWriter(files: files) }
    private var symbol: String {
        "\(mechanism.symbols.first ?? "DEMO/")\(state.code)/\(habit.infix)\(round + 1)"
    }

    func drafts() -> [RecommendationDraft] {
        var random = SplitMix64(seed: seed, symbol)
        let document = document()
        var number = 4 + random.below(8)
        var drafts: [RecommendationDraft] = []
        for topic in topics(&random) {
            let languages = writer.published(in: date.year, random: &random)
            if habit.observes, random.chance(64) {
                number += 1
                drafts.append(observation(on: topic, in: document, number, languages, &random))
            }
            for _ in 0..<random.pick(habit.paragraphsPerTopic) {
                number += 1
                drafts.append(recommendation(on: topic, in: document, number, languages, &random))
            }
        }
        return drafts
    }

    private func document() -> DocumentDraft {
        DocumentDraft(
            symbol: DocumentSymbol(symbol),
            title: "\(mechanism.names["en"] ?? mechanism.code): \(habit.title) \(stateName)",
            mechanism: MechanismCode(mechanism.code), state: StateCode(state.code), published: date)
    }

    private var stateName: String { state.names["en"] ?? state.code }

    /// In the order of the files, so that a document reads as one.
    private func topics(_ random: inout SplitMix64) -> [DemonstrationTopic] {
        var codes = mechanism.topics
        codes.shuffle(using: &random)
        let chosen = Set(codes.prefix(habit.topics + random.below(3)))
        return files.topics.filter { chosen.contains($0.code) }
    }

    private func observation(
        on topic: DemonstrationTopic, in document: DocumentDraft, _ number: Int, _ languages: [LanguageTag],
        _ random: inout SplitMix64
    ) -> RecommendationDraft {
        var draft = writer.draft(of: .observation, in: document, paragraph: "\(number)", topic: topic)
        draft.texts = writer.texts(writer.phrases.observation(on: topic, random: &random), in: languages)
        return draft
    }

    private func recommendation(
        on topic: DemonstrationTopic, in document: DocumentDraft, _ number: Int, _ languages: [LanguageTag],
        _ random: inout SplitMix64
    ) -> RecommendationDraft {
        if habit.observes, random.chance(55) {
            let (wording, parts) = writer.phrases.duties(on: topic, count: 2 + random.below(3), random: &random)
            var draft = writer.draft(of: .recommendation, in: document, paragraph: "\(number)", topic: topic)
            draft.texts = writer.texts(wording.asSentence(), in: languages)
            draft.parts = parts.map { part in
                var part = part
                part.texts = part.texts.filter { languages.contains($0.key) }
                return part
            }
            draft.action = .specific
            return draft
        }
        let voice = habit.observes && round > 0 && random.chance(30) ? "committeeAgain" : habit.voice
        var request = writer.phrases.request(on: topic, voice: voice, random: &random)
        request = writer.phrases.qualified(request, on: topic, random: &random)
        var draft = writer.draft(
            of: .recommendation, in: document, paragraph: "\(number)", topic: topic, person: request.person)
        draft.texts = writer.texts(request.wording.asSentence(), in: languages)
        draft.action = request.action
        return draft
    }
}

/// How often a kind of mechanism speaks, and in what form.
struct DocumentHabit: Sendable {
    /// Which of `voices` it uses.
    let voice: String
    let title: String
    /// Stands before the number in the symbol.
    var infix = ""
    /// Whether it notes concerns, and asks for lettered duties.
    var observes = false
    /// Documents about each State.
    let rounds: Int
    let firstYear: Int
    let yearsBetween: Int
    /// Topics in each document, up to two more.
    let topics: Int
    let paragraphsPerTopic: [Int]

    /// By the kind of the mechanism; nil for reviews, which are written otherwise.
    static func of(_ kind: String) -> DocumentHabit? {
        switch kind {
        case "treatyBody":
            DocumentHabit(
                voice: "committee", title: "concluding observations on", infix: "CO/", observes: true, rounds: 4,
                firstYear: 2009, yearsBetween: 4, topics: 10, paragraphsPerTopic: [1, 1, 2])
        case "specialProcedure":
            DocumentHabit(
                voice: "rapporteur", title: "report of the visit to", rounds: 3, firstYear: 2009, yearsBetween: 5,
                topics: 5,
                paragraphsPerTopic: [2, 3, 4])
        case "advisoryCommittee":
            DocumentHabit(
                voice: "panel", title: "advice to", rounds: 3, firstYear: 2011, yearsBetween: 4, topics: 5,
                paragraphsPerTopic: [1, 2])
        case "inquiry":
            DocumentHabit(
                voice: "inquiry", title: "findings on", rounds: 1, firstYear: 2012, yearsBetween: 4, topics: 5,
                paragraphsPerTopic: [2, 3])
        case "ilo":
            DocumentHabit(
                voice: "labour", title: "comments to", rounds: 8, firstYear: 2008, yearsBetween: 2, topics: 4,
                paragraphsPerTopic: [1, 2])
        case "regional":
            DocumentHabit(
                voice: "court", title: "judgment concerning", rounds: 7, firstYear: 2008, yearsBetween: 2, topics: 2,
                paragraphsPerTopic: [1, 2])
        default: nil
        }
    }
}
