package import Domain
package import Store

/// One transaction in one workspace, and what it will have to say of itself. Valid only inside the closure that received it.
package struct WorkspaceChange {
    package let member: Member
    /// Fixed-width UTC instant.
    package let at: String
    package let connection: any WriteConnection

    private var fields: [FieldChange] = []
    private var audited: [(subject: Subject, entry: AuditEntry)] = []
    private var messages: [OutboxMessage] = []
    private var notices: [Notice] = []
    private var sharing: [Subject: [WorkspaceID]] = [:]

    init(member: Member, at: String, connection: any WriteConnection) {
        self.member = member
        self.at = at
        self.connection = connection
    }

    package var workspace: WorkspaceID { member.workspace.id }

    /// Keeps that a field went from one value to another; equal values are no change.
    package mutating func field(
        _ subject: Subject, _ field: String, from old: String?, to new: String?, why: String? = nil,
        reverses: FieldChangeID? = nil
    ) {
        guard old != new else { return }
        fields.append(
            FieldChange(
                id: FieldChangeID(0), subject: subject, field: field, old: old, new: new, why: why, by: member.name,
                at: at, batch: FieldChangeID(0), reverses: reverses))
    }

    /// Says in the audit log and in the change log that something was done to an object. `detail` is JSON with numbers and codes,
    /// never texts of people.
    package mutating func did(_ action: String, _ subject: Subject, detail: String = "{}") {
        let entry = AuditEntry(
            actor: member.name, action: action, subject: "workspace/\(workspace)/\(subject)", detail: detail)
        audited.append((subject, entry))
    }

    /// Says everything of this change on an object in other workspaces too that have a part in it: in their history and their audit
    /// log. There the workspace that did it stands, and no person of it.
    package mutating func share(_ subject: Subject, with others: [WorkspaceID]) {
        sharing[subject] = Set(others).subtracting([workspace]).sorted()
    }

    /// Owes somebody a message.
    package mutating func mail(_ message: OutboxMessage) { messages.append(message) }

    /// Lets somebody know of something, in one line of the next digest.
    package mutating func notify(_ notice: Notice) { notices.append(notice) }

    /// Whether anything was changed in a field so far.
    package var hasFieldChanges: Bool { !fields.isEmpty }

    /// Writes history and messages; ids are taken in one order everywhere, so that changes wait for each other and never in a ring.
    mutating func finish(_ log: inout LogDraft) throws {
        if !fields.isEmpty {
            let ids = try IDAllocator.take("field_change", fields.count, connection)
            for index in fields.indices {
                fields[index].id = FieldChangeID(ids.lowerBound + Int64(index))
                fields[index].batch = FieldChangeID(ids.lowerBound)
            }
            try FieldChangeRow.insert(fields, workspace, connection)
        }
        try finishSharing()
        if !messages.isEmpty {
            let ids = try IDAllocator.take("outbox", messages.count, connection)
            try OutboxRow.insert(messages, ids: ids, at: at, connection)
        }
        if !notices.isEmpty {
            let ids = try IDAllocator.take("notice", notices.count, connection)
            try NoticeRow.insert(notices, workspace, ids: ids, at: at, connection)
        }
        for entry in audited.map(\.entry) + sharedEntries { log.audit(entry) }
        for subject in audited.map(\.subject) { log.changed(ChangedEntity(subject.kind.rawValue), subject.id) }
    }

    private func finishSharing() throws {
        for other in Set(sharing.values.joined()).sorted() {
            var shared = fields.filter { sharing[$0.subject]?.contains(other) == true }
            if shared.isEmpty { continue }
            let ids = try IDAllocator.take("field_change", shared.count, connection)
            for index in shared.indices {
                shared[index].id = FieldChangeID(ids.lowerBound + Int64(index))
                shared[index].batch = FieldChangeID(ids.lowerBound)
                shared[index].by = member.workspace.name
                shared[index].reverses = nil
            }
            try FieldChangeRow.insert(shared, other, connection)
        }
    }

    private var sharedEntries: [AuditEntry] {
        audited.flatMap { said in
            (sharing[said.subject] ?? []).map { other in
                AuditEntry(
                    actor: member.workspace.name, action: said.entry.action,
                    subject: "workspace/\(other)/\(said.subject)", detail: said.entry.detail)
            }
        }
    }
}
