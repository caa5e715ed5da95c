import Domain
package import Frame
import Locales
import Markup
import Operations
import People
package import Watches

/// How a recommendation is cited: title, this site, the state that was read, the address that stays.
struct RecordCitation {
    enum Form: String, CaseIterable {
        case bib, ris, json

        var contentType: String {
            switch self {
            case .bib: "application/x-bibtex; charset=utf-8"
            case .ris: "application/x-research-info-systems; charset=utf-8"
            case .json: "application/vnd.citationstyles.csl+json"
            }
        }
    }

    let id: RecommendationID
    let title: String
    let mechanism: String
    let version: RecordVersion
    let address: String
    let site: String

    private var day: String { String(version.at.prefix(10)) }
    private var key: String { "recommendation-\(id)-\(version.change)" }

    func bytes(_ form: Form) -> [UInt8] {
        switch form {
        case .bib: Array(bibliography.utf8)
        case .ris: Array(tagged.utf8)
        case .json: json
        }
    }

    /// What BibTeX reads as its own is taken out of titles.
    private var bibliography: String {
        let title = title.filter { !"{}\\%$#&~^".contains($0) }
        return """
            @misc{\(key),
              title = {\(title)},
              author = {{\(mechanism.filter { !"{}\\%$#&~^".contains($0) })}},
              howpublished = {\(site)},
              note = {Change \(version.change)},
              date = {\(day)},
              url = {\(address)}
            }

            """
    }

    private var tagged: String {
        [
            "TY  - ELEC", "ID  - \(key)", "TI  - \(title)", "AU  - \(mechanism)",
            "DA  - \(day.replacing("-", with: "/"))",
            "DB  - \(site)", "ET  - \(version.change)", "UR  - \(address)", "ER  - ",
        ].map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") + "\r\n" }.joined()
    }

    private var json: [UInt8] {
        let writer = JSONWriter()
        writer.array {
            writer.object {
                writer.member("id", key)
                writer.member("type", "webpage")
                writer.member("title", title)
                writer.array("author") { writer.object { writer.member("literal", mechanism) } }
                writer.member("container-title", site)
                writer.member("version", "\(version.change)")
                writer.object("issued") { writer.member("raw", day) }
                writer.member("URL", address)
            }
        }
        return writer.bytes
    }
}

/// The block on pages of recommendations, and its files.
package enum Citing {
    static func routes(_ watches: Watches) -> [Route] {
        RecordCitation.Form.allCases.map { form in
            .page(
                "recommendation-citation-\(form.rawValue)", "/recommendations/{id}/citation.\(form.rawValue)", [.id],
                contentType: String(form.contentType.prefix { $0 != ";" })
            ) { exchange throws(WebError) in
                guard let id = RecommendationID(exchange.value("id")) else { throw .notFound }
                let page: RecommendationPage
                do throws(OperationError) { page = try await exchange.site.library.recommendation(id) } catch {
                    throw WebError(error)
                }
                let version = try await version(of: id, watches)
                let citation = Self.citation(View(exchange), id, page.document, page.recommendation.paragraph, version)
                return Answer(
                    contentType: form.contentType, body: .bytes(citation.bytes(form)),
                    headers: [("Content-Disposition", "attachment; filename=\"recommendation-\(id).\(form.rawValue)\"")]
                )
            }
        }
    }

    private static func version(of id: RecommendationID, _ watches: Watches) async throws(WebError) -> RecordVersion {
        let found: RecordVersion?
        do throws(WorkspaceError) { found = try await watches.version(of: id) } catch { throw WebError(error) }
        guard let found else { throw .notFound }
        return found
    }

    private static func citation(
        _ view: View, _ id: RecommendationID, _ document: Document, _ paragraph: ParagraphNumber?,
        _ version: RecordVersion
    ) -> RecordCitation {
        let name = document.symbol?.printed ?? document.title ?? view.name(.mechanism, document.mechanism.rawValue)
        let configured = view.exchange.site.publicAddress
        let site = configured.isEmpty ? "http://" + (view.exchange.incoming.authority ?? "localhost") : configured
        return RecordCitation(
            id: id, title: [name, paragraph?.printed].compactMap { $0 }.joined(separator: ", "),
            mechanism: view.name(.mechanism, document.mechanism.rawValue), version: version,
            address: site + "/recommendations/\(id)", site: site)
    }

    /// What is added to the page of a recommendation.
    package static func asides(_ watches: Watches) -> RecordAsides {
        { thing throws(WebError) in
            guard case .recommendation(let id) = thing else { return [] }
            let version: RecordVersion?
            do throws(WorkspaceError) { version = try await watches.version(of: id) } catch { throw WebError(error) }
            let page = try? await watches.library.recommendation(id)
            guard let version, let page else { return [] }
            return [
                RecordAside { view in
                    let citation = citation(view, id, page.document, page.recommendation.paragraph, version)
                    view.cite(citation)
                }
            ]
        }
    }
}

extension View {
    fileprivate func cite(_ citation: RecordCitation) {
        section("cite", say("cite.title"), say("cite.permanent")) {
            let day = CalendarDate(String(citation.version.at.prefix(10))).map(date) ?? ""
            html.element(.p, .class("quote")) {
                write(
                    "cite.text",
                    [
                        "title": .text(citation.title), "site": .text(citation.site), "id": .text("\(citation.id)"),
                        "change": .text("\(citation.version.change)"), "day": .text(day),
                        "address": .text(citation.address),
                    ])
            }
            html.element(.p) {
                write("cite.files")
                for form in RecordCitation.Form.allCases {
                    html.text(" · ")
                    link("/recommendations/\(citation.id)/citation.\(form.rawValue)", Self.name(form))
                }
            }
        }
    }

    private static func name(_ form: RecordCitation.Form) -> String {
        switch form {
        case .bib: "BibTeX"
        case .ris: "RIS"
        case .json: "CSL-JSON"
        }
    }
}
