import Domain
import Locales

/// What every paper says by itself, in its language.
struct PaperWords {
    let catalogue: Catalogue
    let language: LanguageTag

    var isRightToLeft: Bool { catalogue.direction == .rightToLeft }

    func annex(_ number: String?) -> String {
        guard let number else { return catalogue.text("paper.annex.one") }
        return catalogue.text("paper.annex", ["number": .text(number)])
    }

    func table(_ number: Int) -> String { catalogue.text("paper.table", ["number": .text(String(number))]) }

    var notes: String { catalogue.text("paper.notes") }

    /// Below the symbol: who may have it, its date, its first language.
    func rubric(_ paper: Paper) -> [String] {
        var lines: [String] = []
        if let distribution = paper.distribution {
            lines.append(catalogue.text("paper.distribution", ["who": .text(distribution)]))
        }
        if let date = paper.date {
            lines.append(PaperDates(catalogue).text(date))
        }
        if let original = paper.original {
            let key = "paper.language.\(original.rawValue)"
            let name = catalogue.has(key) ? catalogue.text(key) : original.rawValue
            lines.append(catalogue.text("paper.original", ["language": .text(name)]))
        }
        return lines
    }

    /// Which way words of a language run.
    static func isRightToLeft(_ language: LanguageTag) -> Bool {
        let code = language.rawValue.prefix { $0 != "-" }
        return ["ar", "fa", "he", "ur", "ps", "dv", "sd", "ug", "yi"].contains(String(code))
    }
}

extension PaperRun {
    /// The address where a reader's program may follow it.
    var safeAddress: String? {
        guard let address, ["https://", "http://", "mailto:"].contains(where: address.lowercased().hasPrefix) else {
            return nil
        }
        return address
    }
}
