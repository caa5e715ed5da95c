import Domain
package import Frame
import Locales
import Markup

/// How something that was published is cited: who says it, its title, the version that was read, an address that stays.
package struct Cite: Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case text, bibtex, csl, ris
    }

    package static let parameter = Parameter(
        name: "format", form: .choice([""] + Format.allCases.map(\.rawValue)),
        summary: "The page's citation in this form, in place of the page.")

    /// `aldora-commitment-7-v2`
    let key: String
    let title: String
    let author: String
    /// The number of the version; nil for what has one version alone.
    let version: Int?
    /// Day of the version.
    let day: CalendarDate?
    /// Of the version, from the root.
    let path: String

    /// `at`: an instant or a day.
    package init(key: String, title: String, author: String, version: Int? = nil, at: String?, path: String) {
        self.key = key
        self.title = title
        self.author = author
        self.version = version
        day = at.flatMap { CalendarDate($0.prefix(10)) }
        self.path = path
    }

    /// The citation in the form that was asked for; nil where the page itself is meant.
    package func asked(_ exchange: Exchange) -> Answer? {
        exchange.query.first("format").flatMap { Format(rawValue: $0) }.map { answer($0, exchange) }
    }

    private func address(_ exchange: Exchange) -> String {
        let site = exchange.site.publicAddress
        return (site.isEmpty ? "http://" + (exchange.incoming.authority ?? "localhost") : site) + path
    }

    /// The block at the end of a page.
    package func write(_ view: View) {
        let html = view.html
        html.element(.section, .class("section cite"), .id("cite"), .labelledBy("cite-title")) {
            html.element(.h2, .id("cite-title"), text: view.say("publicFace.cite.title"))
            html.element(.p, .class("citation"), .dir("auto"), text: plain(view.exchange))
            html.element(.p) {
                html.text(view.say("publicFace.cite.forms"))
                for format in [Format.bibtex, .csl, .ris] {
                    html.text(" ")
                    view.link(view.sameAddress(["format": format.rawValue]), Self.name(format))
                }
            }
            html.element(.p) {
                view.link(
                    view.address(path), view.say(version == nil ? "publicFace.cite.stays" : "publicFace.cite.permanent")
                )
            }
        }
    }

    private static func name(_ format: Format) -> String {
        switch format {
        case .text: "TXT"
        case .bibtex: "BibTeX"
        case .csl: "CSL-JSON"
        case .ris: "RIS"
        }
    }

    private func answer(_ format: Format, _ exchange: Exchange) -> Answer {
        let (type, text): (String, String) =
            switch format {
            case .text: ("text/plain; charset=utf-8", plain(exchange) + "\n")
            case .bibtex: ("application/x-bibtex; charset=utf-8", bibtex(exchange))
            case .csl: ("application/vnd.citationstyles.csl+json", csl(exchange))
            case .ris: ("application/x-research-info-systems; charset=utf-8", ris(exchange))
            }
        return Answer(contentType: type, body: .bytes(Array(text.utf8)))
    }

    /// Author. Title. Version n, day. Address.
    private func plain(_ exchange: Exchange) -> String {
        let words = exchange.words
        let when = day.map { words.date(year: $0.year, month: $0.month, day: $0.day) } ?? ""
        guard let version else {
            return words.text(
                "publicFace.cite.dated",
                [
                    "author": .text(author), "title": .text(title), "date": .text(when),
                    "address": .text(address(exchange)),
                ])
        }
        return words.text(
            "publicFace.cite.plain",
            [
                "author": .text(author), "title": .text(title), "version": .number(version), "date": .text(when),
                "address": .text(address(exchange)),
            ])
    }

    private func bibtex(_ exchange: Exchange) -> String {
        func braced(_ text: String) -> String {
            "{" + text.map { "\\{}%&$#_".contains($0) ? "\\\($0)" : $0.isNewline ? " " : "\($0)" }.joined() + "}"
        }
        var lines = ["@misc{\(key),", "  author = {" + braced(author) + "},", "  title = " + braced(title) + ","]
        if let day {
            lines.append("  year = {\(day.year)},")
            lines.append("  date = {\(day)},")
        }
        if let version { lines.append("  version = {\(version)},") }
        lines += ["  url = {\(address(exchange))}", "}", ""]
        return lines.joined(separator: "\n")
    }

    private func csl(_ exchange: Exchange) -> String {
        let json = JSONWriter()
        json.array {
            json.object {
                json.member("id", key)
                json.member("type", "webpage")
                json.member("title", title)
                json.array("author") { json.object { json.member("literal", author) } }
                if let day {
                    json.object("issued") {
                        json.array("date-parts") {
                            json.array {
                                for part in [day.year, day.month ?? 1, day.day ?? 1] { json.value(part) }
                            }
                        }
                    }
                }
                if let version { json.member("version", String(version)) }
                json.member("URL", address(exchange))
            }
        }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }

    private func ris(_ exchange: Exchange) -> String {
        func line(_ text: String) -> String { text.map { $0.isNewline ? " " : "\($0)" }.joined() }
        var lines = ["TY  - ELEC", "AU  - " + line(author), "TI  - " + line(title)]
        if let day {
            lines.append("PY  - \(day.year)")
            lines.append("DA  - " + day.description.split(separator: "-").joined(separator: "/"))
        }
        if let version { lines.append("ET  - \(version)") }
        lines += ["UR  - " + address(exchange), "ER  - ", ""]
        return lines.joined(separator: "\r\n")
    }
}
