import Domain
import Markup
package import Programs

/// A filled letter as a word processor's document, made by pandoc from the letter's text.
package enum LetterDocument {
    /// Paragraphs are parted by an empty line; single line ends stay.
    static func html(_ letter: FilledLetter) -> [UInt8] {
        let html = HTMLWriter()
        html.element(.html) {
            html.element(.head) { html.empty(.meta, .custom("charset", "utf-8")) }
            html.element(.body) {
                html.element(.p) { html.element(.strong, text: letter.subject) }
                for paragraph in paragraphs(letter.body) {
                    html.element(.p) {
                        for (place, line) in paragraph.enumerated() {
                            if place > 0 { html.empty(.br) }
                            html.text(line)
                        }
                    }
                }
            }
        }
        return html.bytes
    }

    private static func paragraphs(_ text: String) -> [[String]] {
        var paragraphs: [[String]] = [[]]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.allSatisfy(\.isWhitespace) {
                if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
            } else {
                paragraphs[paragraphs.count - 1].append(String(line))
            }
        }
        return paragraphs.filter { !$0.isEmpty }
    }

    /// DOCX. Throws where pandoc is missing or fails.
    package static func docx(_ letter: FilledLetter, _ programs: ProgramRunner) async throws(ProgramError) -> [UInt8] {
        let direction = letter.language == .arabic ? ["-M", "dir=rtl"] : []
        return try await programs.run(
            .pandoc,
            ["-f", "html", "-t", "docx", "-M", "lang=\(letter.language.rawValue)"] + direction
                + ["-o", "-"], input: html(letter), limits: ProgramLimits(seconds: 60, memoryBytes: 2 << 30))
    }

    /// What a file of this letter is called: the institution's abbreviation or name, without what file systems refuse.
    package static func fileName(_ letter: FilledLetter, _ number: Int) -> String {
        let name = (letter.institution.abbreviation ?? letter.institution.name).prefix(60)
        let plain = name.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-" }
        return "\(number < 10 ? "0" : "")\(number)-\(String(plain)).docx"
    }
}
