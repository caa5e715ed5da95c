import FoundationEssentials
import Mustache

/// Templates of messages: the program's own, and those an operator lays over them in `templates/mail` of the data folder, for a
/// kind (`reminder.mustache`), for a kind in one language (`reminder.fr.mustache`), or for all (`letter.mustache`).
///
/// A template is plain text. A first line `Subject: ...` takes the place of the catalogue's subject.
package struct LetterTemplates: Sendable {
    package static let folder = "templates/mail"
    private static let sizeBytesMax = 100_000

    /// The operator's folder first.
    private let folders: [String]

    /// `data` and `resources`: the data folder and the folder of the program's resources.
    package init(data: String, resources: String) {
        folders = [data, resources].map { $0 + "/" + Self.folder }
    }

    /// Read anew for each message, so that a change needs no restart.
    func fill(
        _ kind: String, _ language: String, _ view: [String: Any], subject: String
    ) throws(MailError) -> Letters.Letter {
        let (path, text) = try find(kind, language)
        let template: MustacheTemplate
        do {
            template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text)
        } catch { throw .templateUnreadable(path: path, reason: "\(error)") }
        var lines = template.render(view).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var subject = subject
        if let first = lines.first, first.hasPrefix("Subject: ") {
            subject = String(first.dropFirst("Subject: ".count))
            lines = Array(lines.dropFirst().drop { $0.isEmpty })
        }
        return Letters.Letter(subject: subject, text: Self.tidy(lines))
    }

    private func find(_ kind: String, _ language: String) throws(MailError) -> (path: String, text: String) {
        let isPlain = kind.utf8.allSatisfy {
            (97...122).contains($0) || (65...90).contains($0) || $0 == UInt8(ascii: "-")
        }
        let names = (isPlain ? ["\(kind).\(language)", kind] : []) + ["letter.\(language)", "letter"]
        for folder in folders {
            for name in names {
                let path = "\(folder)/\(name).mustache"
                guard FileManager.default.fileExists(atPath: path) else { continue }
                guard let data = FileManager.default.contents(atPath: path), data.count <= Self.sizeBytesMax else {
                    throw .templateUnreadable(path: path, reason: "it cannot be read, or is too large")
                }
                return (path, String(decoding: data, as: UTF8.self))
            }
        }
        throw .templateUnreadable(path: folders.last ?? "", reason: "letter.mustache is missing")
    }

    /// No more than one empty line in a row, none at the ends.
    private static func tidy(_ lines: [Substring]) -> String {
        var kept: [Substring] = []
        for line in lines where !(line.isEmpty && kept.last?.isEmpty ?? true) { kept.append(line) }
        while kept.last?.isEmpty == true { kept.removeLast() }
        return kept.joined(separator: "\n") + "\n"
    }
}
