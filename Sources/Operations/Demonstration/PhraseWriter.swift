internal import Domain

/// What is asked in one paragraph, before it becomes a sentence.
struct Request {
    var wording: Wording
    var action: ActionCategory
    /// Singled out beside those of the topic.
    var person: DemonstrationTopic.Label?
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
            return Request(wording: frame(phrases.aims["minimal"], aim, &random), action: .minimal)
        case 5..<(16 - cycle):
            let wording =
                random.chance(60)
                ? frame(phrases.aims["considering"], aim, &random)
                : frame(phrases.measures["considering"], measure, &random)
            return Request(wording: wording, action: .considering)
        case 16..<32:
            return Request(wording: frame(phrases.aims["continuing"], aim, &random), action: .continuing)
        case 32..<(62 - cycle * 4):
            return general(aim, of: topic, &random)
        default:
            return specific(measure, aim, cycle: cycle, &random)
        }
    }

    /// A request in the words of a committee or mandate.
    func request(on topic: DemonstrationTopic, voice: String, random: inout SplitMix64) -> Request {
        let isSpecific = random.chance(62)
        let phrase = random.pick(isSpecific ? topic.measures : topic.aims)
        let purposeful = isSpecific && random.chance(18) ? purpose(phrase, random.pick(topic.aims)) : phrase
        return Request(
            wording: frame(phrases.voices[voice], purposeful, &random), action: isSpecific ? .specific : .general)
    }

    /// Lettered duties under one lead-in: the whole, and each duty.
    func duties(on topic: DemonstrationTopic, count: Int, random: inout SplitMix64) -> (Wording, [PartDraft]) {
        var choice = topic.measures + topic.aims
        choice.shuffle(using: &random)
        let duties = choice.prefix(count)
        let parts = zip(Self.letters, duties).map { letter, duty in
            PartDraft(
                kind: .letter, label: letter,
                texts: Dictionary(uniqueKeysWithValues: zip(Wording.languages, duty.texts)))
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
        var request = request
        let singled = phrases.attention.filter { topic.attention.contains($0.person.code) }
        if !singled.isEmpty, random.chance(30) {
            let attention = random.pick(singled)
            request.wording = request.wording.continued(by: random.pick(attention.phrases))
            request.person = attention.person
        } else if random.chance(38) {
            request.wording = request.wording.continued(by: random.pick(phrases.manners))
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

    private func specific(_ measure: Wording, _ aim: Wording, cycle: Int, _ random: inout SplitMix64) -> Request {
        let wording =
            if random.chance(20) {
                purpose(measure, aim)
            } else if cycle > 1, random.chance(15) {
                frame(phrases.measures["repeated"], measure, &random)
            } else {
                frame(phrases.measures["specific"], measure, &random)
            }
        return Request(wording: wording, action: .specific)
    }

    private func purpose(_ measure: Wording, _ aim: Wording) -> Wording {
        phrases.purpose.filled(with: measure).combined(with: aim) { index, text, aim in
            index == 5 ? text + aim : Self.elided(text, aim, isFrench: index == 1)
        }
    }

    private static func elided(_ text: String, _ aim: String, isFrench: Bool) -> String {
        guard isFrench, text.hasSuffix(" de"), let first = aim.first, "aàâeéèêiîoôuy".contains(first) else {
            return text + " " + aim
        }
        return text.dropLast() + "’" + aim
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
