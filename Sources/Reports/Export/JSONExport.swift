package import Domain
import Markup

/// One object a line; the form `import` reads back (`rapporteur`).
package enum JSONExport {
    package static func lines(_ records: [ExportedRecord]) -> [UInt8] {
        let writer = JSONWriter()
        for record in records {
            write(record, writer)
            writer.newline()
        }
        return writer.bytes
    }

    /// One array, for programs that want a whole document: its pieces, to be put around pages of `elements`.
    package static func elements(_ records: [ExportedRecord], isFirst: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        for (place, record) in records.enumerated() {
            bytes.append(contentsOf: (isFirst && place == 0 ? "\n" : ",\n").utf8)
            let writer = JSONWriter()
            write(record, writer)
            bytes.append(contentsOf: writer.bytes)
        }
        return bytes
    }

    private static func write(_ record: ExportedRecord, _ writer: JSONWriter) {
        let recommendation = record.recommendation
        let document = record.document
        writer.object {
            writer.member("id", String(recommendation.id.value))
            writer.member("kind", recommendation.kind.rawValue)
            writer.member("document", String(document.id.value))
            facts(document, writer)
            writer.member("paragraph", recommendation.paragraph?.printed)
            texts("texts", recommendation.texts, writer)
            writer.array("states", of: recommendation.states.map(\.rawValue))
            writer.array("recommending", of: recommendation.recommending.map(\.rawValue))
            parts(recommendation.parts, writer)
            tags(recommendation, writer)
            writer.member("action", recommendation.effectiveAction?.rawValue)
            writer.member("position", recommendation.position?.rawValue)
            positions(recommendation, writer)
            writer.member("cycle", recommendation.cycle ?? document.cycle)
            writer.member("session", recommendation.session ?? document.session)
            writer.member("published", (recommendation.published ?? document.published)?.description)
            writer.array("sources", of: record.sources.map(\.rawValue))
        }
    }

    /// Documents, one a line.
    package static func documents(_ documents: [Document]) -> [UInt8] {
        let writer = JSONWriter()
        for document in documents {
            writer.object {
                writer.member("id", String(document.id.value))
                facts(document, writer)
                writer.member("cycle", document.cycle)
                writer.member("session", document.session)
                writer.member("published", document.published?.description)
            }
            writer.newline()
        }
        return writer.bytes
    }

    private static func facts(_ document: Document, _ writer: JSONWriter) {
        writer.member("symbol", document.symbol?.printed)
        writer.member("title", document.title)
        writer.member("mechanism", document.mechanism.rawValue)
        writer.member("state", document.state?.rawValue)
        writer.member("address", document.address)
    }

    private static func texts(_ key: String, _ texts: [LanguageTag: String], _ writer: JSONWriter) {
        writer.object(key) {
            for (language, text) in texts.sorted(by: { $0.key < $1.key }) { writer.member(language.rawValue, text) }
        }
    }

    private static func parts(_ parts: [RecommendationPart], _ writer: JSONWriter) {
        writer.array("parts") {
            for part in parts {
                writer.object {
                    writer.member("id", String(part.id.value))
                    writer.member("kind", part.kind.rawValue)
                    writer.member("label", part.label)
                    texts("texts", part.texts, writer)
                    writer.array("recommending", of: part.recommending.map(\.rawValue))
                }
            }
        }
    }

    private static func tags(_ recommendation: Recommendation, _ writer: JSONWriter) {
        writer.array("tags") {
            for tag in recommendation.tags {
                writer.object {
                    writer.member("kind", tag.kind.rawValue)
                    writer.member("code", tag.code)
                    writer.member("label", tag.label)
                    writer.member("source", tag.source.rawValue)
                    writer.member("part", tag.part.map { String($0.value) })
                    writer.decision(tag.decision)
                }
            }
        }
    }

    private static func positions(_ recommendation: Recommendation, _ writer: JSONWriter) {
        writer.array("positions") {
            for event in recommendation.positions {
                writer.object {
                    writer.member("position", event.position.rawValue)
                    writer.member("part", event.part.map { String($0.value) })
                    writer.member("date", event.date?.description)
                    writer.member("source", event.source.rawValue)
                    writer.member("document", event.document)
                    writer.member("wording", event.wording)
                    writer.member("reason", event.reason)
                }
            }
        }
    }
}

extension JSONWriter {
    /// Where a person decided on a tag: what, when, and what the model of that time thought; not who. Nothing where nobody did.
    fileprivate func decision(_ decision: TagDecision?) {
        guard let decision else { return }
        object("decision") {
            member("verdict", decision.verdict.rawValue)
            member("at", decision.at)
            member("model", decision.model)
            if let probability = decision.probability { member("probability", probability) }
        }
    }
}
