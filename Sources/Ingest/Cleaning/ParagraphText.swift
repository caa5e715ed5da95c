import Domain

/// One text of a paragraph after cleaning: number, wordings and duties as places in its bytes.
///
/// Keeps its memory from text to text.
struct ParagraphText {
    private var cleaning: TextCleaning
    private var bytes: [UInt8] = []

    init(controls: TextCleaning.Controls = .windows1252) { cleaning = TextCleaning(controls: controls) }

    struct Reading {
        var language: LanguageTag?
        var number: String?
        /// The paragraph's words, or all its wordings joined by semicolons; nil where they are not UTF-8.
        var text: String?
        var wordings: [(text: String, states: [StateCode])] = []
        var duties: [(label: String, text: String)] = []
    }

    /// Reads a raw text. `isUPR` looks for recommending States behind the wordings, else for lettered duties.
    mutating func read(
        _ raw: UnsafeBufferPointer<UInt8>, isUPR: Bool, recommendingCount: Int, expecting number: String? = nil,
        names: inout NameCache
    ) -> Reading {
        cleaning.clean(raw, into: &bytes)
        return bytes.withUnsafeBufferPointer { text in
            var reading = Reading()
            if text.contains(where: { $0 >= 0x80 }) { reading.language = ScriptGuess.language(of: text) }
            // Languages of one document are not always numbered alike: what is no match may still be a number.
            let known = number.flatMap { ParagraphSplitting.split(text, expecting: $0) }
            let split = known ?? ParagraphSplitting.split(text)
            reading.number = split?.number
            let words = text.slice((split?.textStart ?? 0)..<text.count)
            if isUPR {
                readWordings(words, recommendingCount, &names, into: &reading)
            } else {
                reading.text = words.validText
                reading.duties = LetteredDuties.find(words).compactMap { duty in
                    words.slice(duty.text).validText.map { (duty.label, $0) }
                }
            }
            return reading
        }
    }

    private func readWordings(
        _ words: UnsafeBufferPointer<UInt8>, _ known: Int, _ names: inout NameCache, into reading: inout Reading
    ) {
        let wordings = RecommendingStates.split(words, known: known, names: &names)
        if wordings.count == 1 {
            reading.text = words.slice(wordings[0].text).validText
            reading.wordings = [(reading.text ?? "", wordings[0].states)]
            return
        }
        reading.wordings = wordings.map { (words.slice($0.text).validText ?? "", $0.states) }
        guard words.validText != nil else { return }
        reading.text = reading.wordings.map(\.text).joined(separator: "; ")
    }
}
