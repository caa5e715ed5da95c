import Language
import Programs

/// Recognises the text of pages that are pictures, with tesseract.
struct Recognition {
    /// Pages of one document at most: each takes seconds.
    static let pagesMax = 300
    private static let dotsPerInch = 300

    let programs: ProgramRunner
    let limits: TextLimits

    /// The pages in turn. The language is told by the first that says something; English is always tried beside it.
    func pages(_ numbers: [Int], of file: DocumentFile) async throws(DocumentError) -> [PrintedPage] {
        guard numbers.count <= Self.pagesMax else { throw .limit(.recognisedPages, max: Self.pagesMax) }
        let installed = try await installedLanguages()
        guard !installed.isEmpty else { throw .programMissing(program: "tesseract", package: "tesseract-ocr-eng") }
        var languages = installed
        var isSettled = false
        var pages: [PrintedPage] = []
        for number in numbers {
            let picture = try await picture(of: number, file)
            var text = try await recognise(picture, languages)
            if !isSettled, let language = LanguageDetector.language(of: text), let name = Self.names[language],
                installed.contains(name)
            {
                languages = name == "eng" ? ["eng"] : [name] + installed.filter { $0 == "eng" }
                isSettled = true
                if languages != installed { text = try await recognise(picture, languages) }
            }
            pages.append(Self.page(text, number))
        }
        return pages
    }

    private static let names = ["ar": "ara", "zh": "chi_sim", "en": "eng", "fr": "fra", "ru": "rus", "es": "spa"]

    private static func page(_ text: String, _ number: Int) -> PrintedPage {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            let line = PlainText.of(String($0))
            return line.lastIndex { !$0.isWhitespace && $0 != "\u{0C}" }.map { String(line[...$0]) } ?? ""
        }
        let isRightToLeft = LanguageDetector.language(of: text) == "ar"
        return PrintedPage(lines: lines, number: number, isRightToLeft: isRightToLeft)
    }

    /// Of our six.
    private func installedLanguages() async throws(DocumentError) -> [String] {
        let list = try await run(.tesseract, ["--list-langs"], nil, seconds: 20)
        let names = Set(String(decoding: list, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init))
        return ["eng", "fra", "spa", "rus", "ara", "chi_sim"].filter(names.contains)
    }

    private func picture(of page: Int, _ file: DocumentFile) async throws(DocumentError) -> [UInt8] {
        try await run(
            .pdfToPicture,
            [
                "-q", "-png", "-gray", "-r", String(Self.dotsPerInch), "-scale-to", "4200", "-f", String(page), "-l",
                String(page), file.absolutePath,
            ], nil, seconds: 60)
    }

    private func recognise(_ picture: [UInt8], _ languages: [String]) async throws(DocumentError) -> String {
        let text = try await run(
            .tesseract, ["stdin", "stdout", "-l", languages.joined(separator: "+"), "--psm", "3"], picture, seconds: 120
        )
        return String(decoding: text, as: UTF8.self)
    }

    private func run(
        _ program: OutsideProgram, _ arguments: [String], _ input: [UInt8]?, seconds: Int
    ) async throws(DocumentError) -> [UInt8] {
        do throws(ProgramError) {
            return try await programs.run(
                program, arguments, input: input, limits: ProgramLimits(seconds: seconds, memoryBytes: 2 << 30))
        } catch {
            throw DocumentError(error)
        }
    }
}
