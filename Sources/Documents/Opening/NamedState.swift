import Domain
import Reference

/// Finds the State a document is about in its title.
struct NamedState {
    private let reference: ReferenceFacts

    init(_ reference: ReferenceFacts) { self.reference = reference }

    /// The State whose name is the whole of a line, or of up to three lines that follow each other.
    func alone(in segments: ArraySlice<FirstPage.Segment>) -> (state: StateCode, index: Int)? {
        for index in segments.indices {
            var name = ""
            for next in index..<min(index + 3, segments.endIndex) {
                name += (name.isEmpty ? "" : " ") + segments[next].text
                guard name.utf8.count <= 120 else { break }
                if let state = state(named: name) { return (state, index) }
            }
        }
        return nil
    }

    /// The State named at the end of a title, or anywhere in it: `Concluding observations on the third report of Aldora`.
    func inside(_ title: String, _ language: LanguageTag) -> StateCode? {
        let title = String(title.prefix(600))
        if language == .chinese, let state = contained(in: title) { return state }
        let words = title.split { $0.isWhitespace || "’'ʼ:()（）：".contains($0) }.map(String.init)
        for length in stride(from: min(9, words.count), through: 1, by: -1) {
            for start in (0...words.count - length).reversed() {
                let name = words[start..<start + length].joined(separator: " ")
                if let state = state(named: name) { return state }
            }
        }
        return language == .russian || language == .arabic ? inflected(words, language) : nil
    }

    /// A name without footnote signs and marks. Two capitals could be the code of a State; a title holds none.
    func state(named name: String) -> StateCode? {
        let cut = name.trimming { $0.isWhitespace || "*∗†.,;:–—-«»“”\"".contains($0) }
        guard cut.utf8.count >= 4 || cut.contains(where: { !$0.isASCII }) else { return nil }
        guard !cut.contains(where: \.isNumber) else { return nil }
        return reference.state(named: String(cut))
    }

    private func contained(in title: String) -> StateCode? {
        let language = LanguageTag.chinese
        let found = reference.states.flatMap { state in
            [state.names[language], state.shortNames[language]].map { ($0, state.code) }
        }.filter { title.contains($0.0) }
        return found.max { $0.0.count < $1.0.count }?.1
    }

    /// `Альдоры` is Альдора; `لألدورا` is ألدورا.
    private func inflected(_ words: [String], _ language: LanguageTag) -> StateCode? {
        for word in words.reversed() where word.count >= 4 {
            let folded = FoldedText(word).string
            for state in reference.states {
                let name = FoldedText(state.shortNames[language]).string
                guard name.count >= 4, !name.contains(" ") else { continue }
                if language == .arabic {
                    let bare = folded.dropFirst()
                    if "لبو".contains(folded.prefix(1)), bare == name || "ا" + bare == name { return state.code }
                } else if folded.hasPrefix(name.dropLast(name.last?.isRussianVowel == true ? 1 : 0)),
                    folded.count - name.count <= 2
                {
                    return state.code
                }
            }
        }
        return nil
    }
}

extension Character {
    fileprivate var isRussianVowel: Bool { "аяоеиыьй".contains(self) }
}
