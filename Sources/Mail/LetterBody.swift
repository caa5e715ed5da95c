import Mustache

/// A letter that people of a workspace write: plain text with places (`{{institution}}`, `{{#rows}}{{number}}{{/rows}}`), filled for
/// each institution. Nothing is escaped: what it becomes is text, not a page.
package struct LetterBody: Sendable {
    /// Why a text cannot be filled.
    package struct Fault: Error, Hashable, Sendable {
        /// As the template's reader says it.
        package var reason: String
    }

    package static let textCharactersMax = 20_000

    private let template: MustacheTemplate

    /// Throws where the text's places do not fit together.
    package init(_ text: String) throws(Fault) {
        guard text.count <= Self.textCharactersMax else { throw Fault(reason: "length") }
        do {
            template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text)
        } catch { throw Fault(reason: "\(error)") }
    }

    /// The text with its places filled. A place nothing is given for is left empty.
    package func filled(_ values: [String: String], rows: [[String: String]]) -> String {
        var view: [String: Any] = values
        view["rows"] = rows
        return template.render(view)
    }
}
