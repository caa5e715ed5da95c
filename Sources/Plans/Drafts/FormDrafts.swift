package import Domain
import FoundationEssentials
package import People
import Store

/// What somebody has typed into a form and not yet sent: hers alone, one for each form, until the form is sent or she throws it away.
package struct FormDraft: Hashable, Sendable {
    /// In the order of the form.
    package var fields: [Field]
    /// Fixed-width UTC instant.
    package var saved: String

    package struct Field: Hashable, Sendable, Codable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The first value of that name.
    package subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }
}

/// Drafts of forms on the server, so that they are there on another computer too, with or without scripts in the browser.
package struct FormDrafts: Sendable {
    package static let sizeBytesMax = 256 << 10
    package static let draftsMax = 100

    package let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    /// `form` names the form and what it is about: `progress/17/2026-Q3`.
    package func find(_ form: String, _ member: Member) async throws(WorkspaceError) -> FormDraft? {
        try await store.read { connection in
            try connection.first(
                "SELECT fields, saved FROM form_draft WHERE workspace_id = $1 AND account_id = $2 AND form = $3",
                [.int(member.workspace.id.value), .int(member.account.value), .text(form)]
            ) { row in
                let fields = try? JSONDecoder().decode([FormDraft.Field].self, from: Data(try row.text(0).utf8))
                return FormDraft(fields: fields ?? [], saved: try row.text(1))
            }
        }
    }

    /// Keeps the fields in place of what was kept before. A person keeps the last 100 drafts in a workspace. It is no change of the
    /// workspace's, so no log speaks of it.
    package func save(_ form: String, _ fields: [FormDraft.Field], _ member: Member) async throws(WorkspaceError) {
        guard (1...120).contains(form.utf8.count) else { throw .notFound }
        guard let data = try? JSONEncoder().encode(fields), data.count <= Self.sizeBytesMax else {
            throw .invalid("draft", "draft.size")
        }
        let text = String(decoding: data, as: UTF8.self)
        try await store.change(member) { change in
            let own: [SQLValue] = [.int(change.workspace.value), .int(member.account.value)]
            try change.connection.execute(
                """
                INSERT INTO form_draft (workspace_id, account_id, form, fields, saved) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (workspace_id, account_id, form) DO UPDATE SET fields = excluded.fields, saved = excluded.saved
                """, own + [.text(form), .text(text), .text(change.at)])
            try change.connection.execute(
                """
                DELETE FROM form_draft WHERE workspace_id = $1 AND account_id = $2 AND form NOT IN (
                    SELECT form FROM form_draft WHERE workspace_id = $1 AND account_id = $2
                    ORDER BY saved DESC, form LIMIT $3)
                """, own + [.int(Self.draftsMax)])
        }
    }

    /// Forgets a draft; nothing happens where there is none.
    package func drop(_ form: String, _ member: Member) async throws(WorkspaceError) {
        try await store.change(member) { change in
            try change.connection.execute(
                "DELETE FROM form_draft WHERE workspace_id = $1 AND account_id = $2 AND form = $3",
                [.int(change.workspace.value), .int(member.account.value), .text(form)])
        }
    }
}

extension Plans {
    package var drafts: FormDrafts { FormDrafts(store) }
}
