package import Domain
import People

/// What sentences lead to, moved by hand.
extension Drafting {
    /// Leads a sentence to a source that waits in its paragraph, or to one that stands in the report's facts.
    package func place(
        _ source: SentenceSource, on sentence: Int, _ id: ReportParagraphID, of report: ReportID, version: Int,
        by member: Member
    ) async throws(WorkspaceError) {
        try await edit(report, .sources, by: member) { edit, change in
            let stored = try edit.stored(id)
            var content = stored.paragraph.content
            guard let at = content.sentences.firstIndex(where: { $0.id == sentence }) else {
                throw WorkspaceError.notFound
            }
            content.unplaced.removeAll { $0.isOf(source) }
            guard !content.sentences[at].sources.contains(where: { $0.isOf(source) }) else {
                throw WorkspaceError.invalid("source", "report.sourceThere")
            }
            content.sentences[at].sources.append(source)
            try edit.replace(stored, version: version, by: content)
            change.field(stored.paragraph.subject, "sources", from: nil, to: "\(source.kind.rawValue)/\(source.id)")
        }
    }

    /// Takes a source off a sentence, or off the paragraph where no sentence is named.
    package func drop(
        _ kind: SentenceSource.Kind, _ number: Int64, from sentence: Int?, _ id: ReportParagraphID,
        of report: ReportID, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        try await edit(report, .sources, by: member) { edit, change in
            let stored = try edit.stored(id)
            var content = stored.paragraph.content
            if let sentence {
                guard let at = content.sentences.firstIndex(where: { $0.id == sentence }) else {
                    throw WorkspaceError.notFound
                }
                content.sentences[at].sources.removeAll { $0.kind == kind && $0.id == number }
            } else {
                content.unplaced.removeAll { $0.kind == kind && $0.id == number }
            }
            guard content != stored.paragraph.content else { throw WorkspaceError.notFound }
            try edit.replace(stored, version: version, by: content)
            change.field(stored.paragraph.subject, "sources", from: "\(kind.rawValue)/\(number)", to: nil)
        }
    }
}

extension Drafting {
    /// A source by kind and number, where it waits in the paragraph or stands in what the report may be drafted from.
    package func source(
        _ kind: SentenceSource.Kind, _ number: Int64, for id: ReportParagraphID, of report: ReportID, _ member: Member
    ) async throws(WorkspaceError) -> SentenceSource {
        try member.require(.writeReports)
        let found = try await paragraph(id, of: report, member)
        if let waiting = found.paragraph.content.unplaced.first(where: { $0.kind == kind && $0.id == number }) {
            return waiting
        }
        let index = FactIndex(try await facts(found.report.kind, found.report.scope, member))
        guard let source = index[kind, number] else { throw .invalid("source", "report.sourceUnknown") }
        return source
    }
}
