import Domain
import Insight

/// A small model that tells clinics from schools, and records without tags for it.
enum TestModel {
    static let health = "right-to-health"
    static let schools = "right-to-education"
    static let symbol = "DEMO/T/45/7"

    static func bytes() throws -> [UInt8] {
        let places = ["north", "south", "valley", "coast", "hills", "islands", "capital", "border"]
        let examples = (0..<64).map { number in
            let place = places[number % places.count]
            let isHealth = number % 2 == 0
            let text =
                isHealth
                ? "Build clinics and train nurses and doctors in the \(place), number \(number)"
                : "Open schools and hire teachers for pupils of the \(place), number \(number)"
            return TagExample(text: text, language: "en", labels: ["theme": [isHealth ? health : schools]])
        }
        return try TagTrainer().train(examples, name: "test", made: "2026-01-01") { _, _ in }.bytes
    }

    static let drafts: [RecommendationDraft] = [
        "Build clinics with nurses along the coast", "Train doctors for clinics in the hills",
        "Open schools and hire teachers on the islands", "Hire teachers for schools of the border valley",
        "Send nurses and doctors to clinics of the south", "Open schools for pupils of the capital",
    ].enumerated().map { place, text in
        let document = DocumentDraft(
            symbol: DocumentSymbol(symbol), mechanism: .upr, state: StateCode("XAA"), cycle: 4)
        var draft = RecommendationDraft(row: place + 1, document: document)
        draft.externalKey = "untagged-\(place + 1)"
        draft.paragraph = ParagraphNumber("9.\(place + 1)")
        draft.texts = [.english: text]
        draft.states = [StateCode("XAA")]
        draft.recommending = [StateCode("XAB")]
        draft.cycle = 4
        return draft
    }
}
