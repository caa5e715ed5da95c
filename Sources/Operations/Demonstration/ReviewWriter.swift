internal import Domain

/// Writes the outcome of one State's review: recommendations of its peers, its positions, its pledges.
struct ReviewWriter: DocumentWriter {
    let files: DemonstrationFiles
    let review: DemonstrationReview
    let seed: UInt64

    private var writer: DraftWriter { DraftWriter(files: files) }
    private var symbol: String { "DEMO/PR/\(review.cycle)/\(review.state)/1" }

    func drafts() -> [RecommendationDraft] {
        var random = SplitMix64(seed: seed, symbol)
        let document = document()
        let answersLater = random.chance(60)
        var paragraphs: [Paragraph] = []
        for (topic, weight) in subjects(&random) {
            var known: Set<Wording> = []
            let favourite = Int(SplitMix64.hash(review.state + topic.code) % 7)
            for _ in 0..<weight {
                let paragraph = paragraph(on: topic, favourite: favourite, isDeferred: answersLater, &random)
                if known.insert(paragraph.wording).inserted { paragraphs.append(paragraph) }
            }
        }
        let base = 40 + random.below(90)
        return recommendations(paragraphs, in: document, base: base, &random)
            + pledges(in: document, base: base, &random)
    }

    private struct Paragraph {
        var topic: DemonstrationTopic
        var request: Request
        var variant: Wording?
        var recommending: [StateCode]
        var position: Position
        var wording: Wording { variant.map { request.wording.followed(by: $0) } ?? request.wording }
    }

    private func document() -> DocumentDraft {
        let name = files.name(ofState: review.state)
        return DocumentDraft(
            symbol: DocumentSymbol(symbol),
            title: "Outcome of the demonstration review of \(name), cycle \(review.cycle)",
            mechanism: .demonstrationReview, state: StateCode(review.state), cycle: review.cycle,
            session: review.session,
            published: CalendarDate(review.reviewed))
    }

    /// Which topics come up, and how often. A State's own problems return in every cycle.
    private func subjects(_ random: inout SplitMix64) -> [(DemonstrationTopic, Int)] {
        let percent = 84 + Int(SplitMix64.hash(review.state) % 36)
        let wanted = min(236, (52 + review.cycle * 45 + random.below(20)) * percent / 100)
        let weights = files.topics.map { Int(SplitMix64.hash($0.code + review.state) % 9) + 1 }
        let sum = weights.reduce(0, +)
        return zip(files.topics, weights).compactMap { topic, weight in
            let exact = wanted * weight * 100 / sum
            let count = exact / 100 + (random.below(100) < exact % 100 ? 1 : 0)
            return count > 0 ? (topic, count) : nil
        }
    }

    private func paragraph(
        on topic: DemonstrationTopic, favourite: Int, isDeferred: Bool, _ random: inout SplitMix64
    ) -> Paragraph {
        let phrases = writer.phrases
        var request = phrases.request(on: topic, cycle: review.cycle, favourite: favourite, random: &random)
        request = phrases.qualified(request, on: topic, random: &random)
        request.wording = request.wording.asSentence()
        let recommending = recommenders(&random)
        var variant: Wording?
        if recommending.count > 1, random.chance(20) {
            let other = phrases.request(on: topic, cycle: review.cycle, favourite: favourite, random: &random)
            variant = other.wording.asSentence()
        }
        return Paragraph(
            topic: topic, request: request, variant: variant == request.wording ? nil : variant,
            recommending: recommending, position: position(on: topic, isDeferred: isDeferred, &random))
    }

    private func recommenders(_ random: inout SplitMix64) -> [StateCode] {
        let count = random.pick([1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 5])
        var others = files.states.map(\.code).filter { $0 != review.state }
        others.shuffle(using: &random)
        return others.prefix(count).sorted().map { StateCode($0) }
    }

    /// One topic in six is hard for a State, and the same one in every cycle.
    private func position(on topic: DemonstrationTopic, isDeferred: Bool, _ random: inout SplitMix64) -> Position {
        if random.chance(review.session > Self.lastAnswered ? 85 : isDeferred ? 45 : 0) { return .pending }
        let isHard = SplitMix64.hash(review.state + topic.code + "position") % 6 == 0
        return random.chance(isHard ? 25 : 84) ? .supported : .noted
    }

    /// The first two cycles number each kind of answer under its own paragraph, the later ones go on in one.
    private func recommendations(
        _ paragraphs: [Paragraph], in document: DocumentDraft, base: Int, _ random: inout SplitMix64
    ) -> [RecommendationDraft] {
        var numbers: [Int: Int] = [:]
        let isDivided = review.cycle < 3
        let order: [Position] = [.supported, .pending, .noted]
        let arranged = isDivided ? order.flatMap { kind in paragraphs.filter { $0.position == kind } } : paragraphs
        return arranged.map { paragraph in
            let lead = base + (isDivided ? order.firstIndex(of: paragraph.position) ?? 0 : 0)
            numbers[lead, default: 0] += 1
            return draft(of: paragraph, in: document, number: "\(lead).\(numbers[lead, default: 0])", &random)
        }
    }

    private func draft(
        of paragraph: Paragraph, in document: DocumentDraft, number: String, _ random: inout SplitMix64
    ) -> RecommendationDraft {
        let languages = writer.published(in: document.published?.year ?? 0, random: &random)
        var draft = writer.draft(
            of: .recommendation, in: document, paragraph: number, topic: paragraph.topic,
            person: paragraph.request.person)
        draft.texts = writer.texts(paragraph.wording, in: languages)
        draft.recommending = paragraph.recommending
        draft.action = paragraph.request.action
        if let variant = paragraph.variant {
            draft.parts = variants(paragraph.request.wording, variant, paragraph.recommending, in: languages)
        }
        answer(&draft, with: paragraph.position, &random)
        return draft
    }

    private func variants(
        _ first: Wording, _ second: Wording, _ states: [StateCode], in languages: [LanguageTag]
    ) -> [PartDraft] {
        let half = (states.count + 1) / 2
        return [
            PartDraft(
                kind: .variant, label: "1", texts: writer.texts(first, in: languages),
                recommending: Array(states.prefix(half))),
            PartDraft(
                kind: .variant, label: "2", texts: writer.texts(second, in: languages),
                recommending: Array(states.dropFirst(half))),
        ]
    }

    /// What is not pending is answered in the addendum at adoption, or in the review itself.
    private func answer(_ draft: inout RecommendationDraft, with position: Position, _ random: inout SplitMix64) {
        let isAddendum = position != .pending && random.chance(70)
        draft.position = position
        draft.positionDocument = isAddendum ? "\(symbol)/Add.1" : "\(symbol), para. \(draft.paragraph?.printed ?? "")"
        draft.positionDate = CalendarDate(isAddendum ? review.adopted : review.reviewed)
        draft.positionWording = files.phrases.wordings[position.rawValue].map { random.pick($0) }
        if position == .noted, random.chance(75) { draft.positionReason = random.pick(files.phrases.reasons) }
    }

    private func pledges(in document: DocumentDraft, base: Int, _ random: inout SplitMix64) -> [RecommendationDraft] {
        var topics = files.topics
        topics.shuffle(using: &random)
        return topics.prefix(5 + random.below(4)).enumerated().map { index, topic in
            let request = writer.phrases.request(on: topic, voice: "pledge", random: &random)
            var draft = writer.draft(of: .pledge, in: document, paragraph: "\(base + 3).\(index + 1)", topic: topic)
            draft.texts = writer.texts(
                request.wording.asSentence(), in: writer.published(in: document.published?.year ?? 0, random: &random))
            draft.action = request.action
            return draft
        }
    }

    /// Reviews of later sessions have no answers yet.
    static let lastAnswered = 48
}
