import Domain
import Drafting
import Frame
import People

/// What forms of single paragraphs do.
struct ParagraphActions {
    private let visit: Visit
    private let form: Query
    private let drafting: Drafting

    init(_ visit: Visit, _ form: Query, _ drafting: Drafting) {
        self.visit = visit
        self.form = form
        self.drafting = drafting
    }

    func edit() async throws(WebError) -> Answer {
        try await change("saved") { id, report throws(WorkspaceError) in
            _ = try await drafting.edit(id, of: report, form.words("text"), version: form.version, by: visit.member)
        }
    }

    func remove() async throws(WebError) -> Answer {
        try await change("removed", isGone: true) { id, report throws(WorkspaceError) in
            try await drafting.remove(id, of: report, version: form.version, by: visit.member)
        }
    }

    func moveParagraph() async throws(WebError) -> Answer {
        try await change("moved", isGone: true) { id, report throws(WorkspaceError) in
            try await drafting.move(
                id, of: report, up: form.words("way") == "up", version: form.version, by: visit.member)
        }
    }

    func split() async throws(WebError) -> Answer {
        try await change("split", isGone: true) { id, report throws(WorkspaceError) in
            try await drafting.split(
                id, of: report, before: Int(form.words("sentence")) ?? 0, version: form.version, by: visit.member)
        }
    }

    func merge() async throws(WebError) -> Answer {
        try await change("merged", isGone: true) { id, report throws(WorkspaceError) in
            try await drafting.merge(id, of: report, version: form.version, by: visit.member)
        }
    }

    /// One footnote a line.
    func footnotes() async throws(WebError) -> Answer {
        let notes = form.words("notes").split(whereSeparator: \.isNewline).map(String.init)
            .filter { !$0.allSatisfy(\.isWhitespace) }
        return try await change("saved") { id, report throws(WorkspaceError) in
            try await drafting.footnotes(
                notes, on: Int(form.words("sentence")) ?? 0, id, of: report, version: form.version, by: visit.member)
        }
    }

    func place() async throws(WebError) -> Answer {
        guard let (kind, number) = source() else {
            throw .invalid([.init(name: "source", allowed: "report.sourceUnknown")])
        }
        return try await change("placed") { id, report throws(WorkspaceError) in
            let found = try await drafting.source(kind, number, for: id, of: report, visit.member)
            try await drafting.place(
                found, on: Int(form.words("sentence")) ?? 0, id, of: report, version: form.version, by: visit.member)
        }
    }

    func drop() async throws(WebError) -> Answer {
        guard let (kind, number) = source() else {
            throw .invalid([.init(name: "source", allowed: "report.sourceUnknown")])
        }
        return try await change("dropped") { id, report throws(WorkspaceError) in
            try await drafting.drop(
                kind, number, from: Int(form.words("sentence")), id, of: report, version: form.version,
                by: visit.member)
        }
    }

    /// `action/17`.
    private func source() -> (SentenceSource.Kind, Int64)? {
        let parts = form.words("source").filter { !$0.isWhitespace }.split(separator: "/")
        guard parts.count == 2, let kind = SentenceSource.Kind(rawValue: String(parts[0])),
            let number = Int64(parts[1])
        else { return nil }
        return (kind, number)
    }

    private func change(
        _ said: String, isGone: Bool = false,
        _ act: (ReportParagraphID, ReportID) async throws(WorkspaceError) -> Void
    ) async throws(WebError) -> Answer {
        let report: ReportID = try visit.id()
        let id: ReportParagraphID = try visit.id("paragraph")
        let section = try await visit.run { () throws(WorkspaceError) in
            let found = try await drafting.paragraph(id, of: report, visit.member)
            try await act(id, report)
            return found.paragraph.section
        }
        let path = isGone ? "/sections/\(section)" : "/paragraphs/\(id)"
        return .seeOther(View(visit).address(visit.path("/reports/\(report)\(path)"), [("said", said)]))
    }
}
