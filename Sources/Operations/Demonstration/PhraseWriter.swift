internal import Domain

/// What is asked in one paragraph, before it becomes a sentence.
struct Request {
    var wording: Wording
    var action: ActionCategory
    /// Singled out beside those of the topic.
    var person: DemonstrationTopic.Label?
    /// Nothing can sensibly be added.
    var isComplete = false
}

/// Makes requests and sentences from the phrases of a topic.
struct PhraseWriter {
    let files: DemonstrationFiles
    private var phrases: DemonstrationPhrases { files.phrases }

    /// A request as States make them. In later cycles more of them are specific.
    func request(on topic: DemonstrationTopic, cycle: Int, favourite: Int, random: inout SplitMix64) -> Request {
        let aim = random.pick(topic.aims)
        let measure = random.chance(45) ? topic.measures[favourite % topic.measures.count] : random.pick(topic.measures)
        switch random.below(100) {
        case 0..<5:
            return Request(wording: frame(phrases.aims["minimal"], aim, &random), action: .minimal, isComplete: true)
        case 5..<(16 - cycle):
            return random.chance(60)
                ? Request(wording: frame(phrases.aims["considering"], aim, &random), action: .considering)
                : Request(
                    wording: frame(phrases.measures["considering"], measure.text, &random), action: .considering,
                    isComplete: measure.standsAlone)
        case 16..<32:
            return Request(wording: frame(phrases.aims["continuing"], aim, &random), action: .continuing)
        case 32..<(62 - cycle * 4):
            return general(aim, of: topic, &random)
        default:
            return specific(measure, of: topic, cycle: cycle, &random)
        }
    }

    /// A request in the words of a committee or mandate.
    func request(on topic: DemonstrationTopic, voice: String, random: inout SplitMix64) -> Request {
        guard random.chance(62) else {
            return Request(wording: frame(phrases.voices[voice], random.pick(topic.aims), &random), action: .general)
        }
        let measure = random.pick(topic.measures)
        let purposeful = random.chance(30) ? purpose(of: measure, in: topic) : nil
        return Request(
            wording: frame(phrases.voices[voice], purposeful ?? measure.text, &random), action: .specific,
            isComplete: measure.standsAlone || purposeful != nil)
    }

    /// Lettered duties under one lead-in: the whole, and each duty.
    func duties(on topic: DemonstrationTopic, count: Int, random: inout SplitMix64) -> (Wording, [PartDraft]) {
        var choice = topic.measures.map(\.text) + topic.aims
        choice.shuffle(using: &random)
        let duties = choice.prefix(count)
        let parts = zip(Self.letters, duties).map { letter, duty in
            PartDraft(
                kind: .letter, label: letter,
                texts: Dictionary(uniqueKeysWithValues: zip(Wording.languages, duty.settled().texts)))
        }
        let list = Wording(
            texts: Wording.languages.indices.map { index in
                zip(Self.marks[index], duties).map { mark, duty in
                    mark + (index < 3 ? Wording.capitalized(duty.texts[index]) : duty.texts[index])
                }.joined(separator: Self.separators[index])
            })
        return (frame(phrases.voices["lettered"], list, &random), parts)
    }

    /// A committee's concern, in one sentence or two.
    func observation(on topic: DemonstrationTopic, random: inout SplitMix64) -> Wording {
        let sentence = random.pick(phrases.concerns).filled(with: topic.concern).asSentence()
        return random.chance(60) ? sentence.followed(by: random.pick(phrases.remarks)) : sentence
    }

    /// Adds now and then whom or what to bear in mind.
    func qualified(_ request: Request, on topic: DemonstrationTopic, random: inout SplitMix64) -> Request {
        guard !request.isComplete else { return request }
        var request = request
        let singled = phrases.attention.filter { topic.attention.contains($0.person.code) }
        if !singled.isEmpty, random.chance(34) {
            let attention = random.pick(singled)
            request.wording = request.wording.continued(by: random.pick(attention.phrases))
            request.person = attention.person
        } else if random.chance(48) {
            let fitting = phrases.manners.filter { !topic.attention.isEmpty || !$0.needsMeans }
            guard !fitting.isEmpty else { return request }
            request.wording = request.wording.continued(by: random.pick(fitting).text)
        }
        return request
    }

    private func general(_ aim: Wording, of topic: DemonstrationTopic, _ random: inout SplitMix64) -> Request {
        let charged = phrases.actors.filter { topic.actors.contains($0.code) }
        guard !charged.isEmpty, random.chance(15) else {
            return Request(wording: frame(phrases.aims["general"], aim, &random), action: .general)
        }
        return Request(wording: random.pick(charged).frame.filled(with: aim), action: .specific)
    }

    private func specific(
        _ measure: DemonstrationTopic.Measure, of topic: DemonstrationTopic, cycle: Int, _ random: inout SplitMix64
    ) -> Request {
        if random.chance(28), let wording = purpose(of: measure, in: topic) {
            return Request(wording: wording, action: .specific, isComplete: true)
        }
        let frames = cycle > 1 && random.chance(15) ? phrases.measures["repeated"] : phrases.measures["specific"]
        return Request(
            wording: frame(frames, measure.text, &random), action: .specific, isComplete: measure.standsAlone)
    }

    /// The measure and the aim it leads to; nil where it leads to none of the topic's.
    private func purpose(of measure: DemonstrationTopic.Measure, in topic: DemonstrationTopic) -> Wording? {
        guard let aim = measure.serves.map({ topic.aims[$0] }) else { return nil }
        let aimed = phrases.purpose.filled(with: aim)
        return measure.text.combined(with: aimed) { $1 + $2 }
    }

    private func frame(_ frames: [Frame]?, _ phrase: Wording, _ random: inout SplitMix64) -> Wording {
        guard let frames, !frames.isEmpty else { return phrase }
        return random.pick(frames).filled(with: phrase)
    }

    private static let letters = ["a", "b", "c", "d"]
    private static let latin = ["a) ", "b) ", "c) ", "d) "]
    private static let bracketed = ["(a) ", "(b) ", "(c) ", "(d) "]
    /// By language.
    private static let marks = [bracketed, latin, latin, latin, ["(أ) ", "(ب) ", "(ج) ", "(د) "], bracketed]
    private static let separators = ["; ", " ; ", "; ", "; ", "؛ ", "；"]
}
