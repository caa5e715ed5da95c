package import Domain
import People
import Store

/// Two versions of a report side by side.
package struct ReportComparison: Sendable {
    package struct Change: Sendable {
        package enum Kind: String, Sendable { case added, removed, changed, moved }

        package var kind: Kind
        package var section: String
        package var paragraph: ReportParagraphID
        package var pieces: [WordDifference.Piece]
    }

    package var report: Report
    package var old: ReportVersion
    package var new: ReportVersion
    package var changes: [Change]
}

extension Drafting {
    /// What changed from one version to another, paragraph by paragraph, in the order of the newer.
    package func compare(
        _ id: ReportID, from old: Int, to new: Int, _ member: Member
    ) async throws(WorkspaceError) -> ReportComparison {
        guard member.reach(.seeReports) == .all else { throw .notFound }
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let report = try ReportRow.find(id, workspace, nil, connection),
                let before = try ReportVersionRow.find(id, old, workspace, connection),
                let after = try ReportVersionRow.find(id, new, workspace, connection)
            else { throw WorkspaceError.notFound }
            return ReportComparison(
                report: report, old: before, new: after,
                changes: Self.changes(
                    try ReportParagraphRow.all(id, version: old, workspace, nil, connection),
                    try ReportParagraphRow.all(id, version: new, workspace, nil, connection), after.outline))
        }
    }

    static func changes(
        _ old: [ReportParagraphRow.Stored], _ new: [ReportParagraphRow.Stored], _ outline: [ReportSection]
    ) -> [ReportComparison.Change] {
        let before = Dictionary(old.map { ($0.paragraph.id, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(\.paragraph.id))
        var changes: [ReportComparison.Change] = []
        for section in outline {
            for now in new where now.paragraph.section == section.key {
                let text = now.paragraph.content.text
                guard let was = before[now.paragraph.id] else {
                    changes.append(change(.added, now, [.init(kind: .added, text: text)]))
                    continue
                }
                let oldText = was.paragraph.content.text
                if oldText != text {
                    changes.append(change(.changed, now, WordDifference.pieces(oldText, text)))
                } else if was.place != now.place || was.paragraph.section != now.paragraph.section {
                    changes.append(change(.moved, now, [.init(kind: .same, text: text)]))
                }
            }
            for was in old where was.paragraph.section == section.key && !after.contains(was.paragraph.id) {
                changes.append(change(.removed, was, [.init(kind: .removed, text: was.paragraph.content.text)]))
            }
        }
        return changes
    }

    private static func change(
        _ kind: ReportComparison.Change.Kind, _ stored: ReportParagraphRow.Stored, _ pieces: [WordDifference.Piece]
    ) -> ReportComparison.Change {
        ReportComparison.Change(
            kind: kind, section: stored.paragraph.section, paragraph: stored.paragraph.id, pieces: pieces)
    }

    /// Makes a new version that says what an earlier one said. Versions between stay.
    package func restore(_ number: Int, of id: ReportID, by member: Member) async throws(WorkspaceError) {
        try await edit(id, .restore, by: member) { edit, change in
            guard number < edit.edition,
                let version = try ReportVersionRow.find(id, number, change.workspace, change.connection)
            else { throw WorkspaceError.notFound }
            edit.outline = version.outline
            let now = try ReportParagraphRow.all(id, change.workspace, nil, change.connection)
            let then = try ReportParagraphRow.all(id, version: number, change.workspace, nil, change.connection)
            let standing = Dictionary(now.map { ($0.paragraph.id, $0) }, uniquingKeysWith: { first, _ in first })
            for was in then {
                guard let stored = standing[was.paragraph.id] else {
                    try edit.revive(was)
                    continue
                }
                if stored.row == was.row { continue }
                try edit.replace(
                    stored, version: stored.paragraph.version, by: was.paragraph.content, place: was.place,
                    section: was.paragraph.section)
                change.field(
                    was.paragraph.subject, "text", from: stored.paragraph.content.text, to: was.paragraph.content.text)
            }
            let kept = Set(then.map(\.paragraph.id))
            for stored in now where !kept.contains(stored.paragraph.id) {
                try edit.end(stored, version: stored.paragraph.version)
                change.field(stored.paragraph.subject, "text", from: stored.paragraph.content.text, to: nil)
            }
        }
    }
}
