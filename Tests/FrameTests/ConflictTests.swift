import Domain
import Testing

@testable import Frame

@Suite("Changes that met")
struct ConflictTests {
    private static let subject = Subject(.action, 7)

    /// Newest first, as history gives them: step 30 changed two fields, step 20 one, step 10 one.
    private static let history = [
        change(31, batch: 30, "due", "2026-02-01", "2026-03-01", by: "ben"),
        change(30, batch: 30, "lead", "4", "5", by: "ben"),
        change(20, batch: 20, "lead", "3", "4", by: "ana"),
        change(10, batch: 10, "title", "Old", "New", by: "ana"),
    ]

    private static func change(
        _ id: Int64, batch: Int64, _ field: String, _ old: String?, _ new: String?, by: String
    ) -> FieldChange {
        FieldChange(
            id: FieldChangeID(id), subject: subject, field: field, old: old, new: new, by: by,
            at: "2026-01-31T09:30:00.000Z", batch: FieldChangeID(batch))
    }

    @Test("Only the steps since the version that was seen count, each field from its oldest value to its newest")
    func steps() {
        let form = Query(parsing: "lead=9&version=3")
        let two = Conflict.changes(Self.history, steps: 2, form)
        #expect(two.map(\.field) == ["due", "lead"])
        #expect(two[1].before == "3")
        #expect(two[1].theirs == "5")
        #expect(two[1].mine == "9")
        #expect(two[1].by == "ben")
        #expect(two[0].mine == nil)
        #expect(Conflict.changes(Self.history, steps: 1, form).map(\.before) == ["2026-02-01", "4"])
        #expect(Conflict.changes(Self.history, steps: 9, form).count == 3)
    }

    @Test("The way back from a form leads to the page of its object")
    func back() {
        #expect(ConflictView.back("/workspaces/aldora/plan/actions/7/status") == "/workspaces/aldora/plan/actions/7")
        #expect(ConflictView.back("/workspaces/aldora/plan/actions/7") == "/workspaces/aldora/plan/actions/7")
        #expect(ConflictView.back("/workspaces/aldora/settings") == "/workspaces/aldora/settings")
    }

    @Test("A change that met another is a 409 of its own kind")
    func status() {
        let error = WebError(WorkspaceError.stale(Self.subject, version: 4))
        #expect(error == .conflict(Conflict(Self.subject, version: 4)))
        #expect(error.status == 409)
        #expect(WebError(WorkspaceError.notFound).status == 404)
        #expect(WebError(WorkspaceError.forbidden).status == 403)
        #expect(WebError(WorkspaceError.invalid("due", "a date")).status == 400)
    }
}
