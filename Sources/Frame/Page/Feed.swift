import Domain
import Markup

/// What is new, for programs that watch: the Atom format (RFC 4287).
package struct Feed: Sendable {
    package struct Entry: Sendable {
        /// Of its page here, `/needs/7`.
        package var path: String
        package var title: String
        /// BCP 47 tag of title and summary.
        package var language: String
        package var summary: String
        /// UTC, RFC 3339.
        package var updated: String
        package var author: String

        package init(
            path: String, title: String, language: String, summary: String, updated: String, author: String
        ) {
            self.path = path
            self.title = title
            self.language = language
            self.summary = summary
            self.updated = updated
            self.author = author
        }
    }

    package static let contentType = "application/atom+xml; charset=utf-8"

    /// Of the page whose entries it has.
    package var path: String
    package var title: String
    package var entries: [Entry]

    package init(path: String, title: String, entries: [Entry]) {
        self.path = path
        self.title = title
        self.entries = entries
    }

    /// The feed as a file; addresses in it are whole, by the configured public address or the host that was asked.
    package func answer(_ exchange: Exchange) -> Answer {
        let site = exchange.site.publicAddress
        let base = site.isEmpty ? "http://" + (exchange.incoming.authority ?? "localhost") : site
        let root = XMLElement(
            "feed", [.init("xmlns", "http://www.w3.org/2005/Atom"), .init("xml:lang", exchange.language.rawValue)],
            children: [
                XMLElement("id", text: base + path), XMLElement("title", text: title),
                // Nothing in it has changed since its latest entry; an empty feed is as old as time.
                XMLElement("updated", text: entries.map(\.updated).max() ?? "1970-01-01T00:00:00Z"),
                Self.link(base + exchange.path + exchange.query.text, "self"), Self.link(base + path, "alternate"),
            ] + entries.map { Self.element($0, base) })
        var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
        XMLText.write(root, to: &bytes)
        return Answer(contentType: Self.contentType, body: .bytes(bytes))
    }

    private static func link(_ address: String, _ relation: String) -> XMLElement {
        XMLElement("link", [.init("rel", relation), .init("href", address)])
    }

    private static func element(_ entry: Entry, _ base: String) -> XMLElement {
        XMLElement(
            "entry", [.init("xml:lang", entry.language)],
            children: [
                XMLElement("id", text: base + entry.path), XMLElement("title", text: entry.title),
                XMLElement("updated", text: entry.updated), link(base + entry.path, "alternate"),
                XMLElement("author", children: [XMLElement("name", text: entry.author)]),
                XMLElement("summary", text: entry.summary),
            ])
    }
}
