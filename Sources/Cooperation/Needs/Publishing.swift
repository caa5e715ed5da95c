package import Domain
import People
import Store

/// A State's consent as somebody records it.
package struct ConsentDraft: Hashable, Sendable {
    package var authority: ConsentAuthority
    package var office: String
    package var date: CalendarDate
    package var instrument: String
    package var level: PublicationLevel

    package init(
        authority: ConsentAuthority, office: String, date: CalendarDate, instrument: String, level: PublicationLevel
    ) {
        self.authority = authority
        self.office = office
        self.date = date
        self.instrument = instrument
        self.level = level
    }
}

extension Needs {
    /// Records the consent of the State. One that the State cannot be bound by is refused; one that stands is withdrawn first.
    package func record(
        _ draft: ConsentDraft, for id: NeedID, by member: Member
    ) async throws(WorkspaceError) -> Consent {
        try member.require(.publishNeed)
        guard draft.authority.bindsTheState else {
            throw .invalid("authority", "need.consent.cannotBind.\(draft.authority.rawValue)")
        }
        let office = try CooperationLimits.title(draft.office, "office")
        let instrument = try CooperationLimits.title(draft.instrument, "instrument")
        guard draft.level != .draft else { throw .invalid("consentLevel", "need.consent.level") }
        guard draft.date.day != nil else { throw .invalid("date", "cooperation.wholeDay") }
        let today = CalendarDate(store.clock.instant)
        if let today, today < draft.date { throw .invalid("date", "need.consent.future") }
        let number = ConsentID(try await store.take(.consent).lowerBound)
        return try await store.change(member) { change in
            let need = try Self.find(id, change)
            let consents = try ConsentRow.all(id, change.workspace, change.connection)
            if consents.contains(where: { $0.withdrawn == nil }) {
                throw WorkspaceError.invalid("authority", "need.consent.stands")
            }
            let consent = Consent(
                id: number, need: id, authority: draft.authority, office: office, date: draft.date,
                instrument: instrument, level: draft.level, recordedBy: change.member.name, recorded: change.at)
            try ConsentRow.insert(consent, change.workspace, change.connection)
            change.field(
                need.subject, "consent", from: nil,
                to: "\(consent.authority.rawValue) \(consent.date) \(consent.level.rawValue)")
            change.did(
                "need.consent", need.subject,
                detail: "{\"authority\":\"\(consent.authority.rawValue)\",\"level\":\"\(consent.level.rawValue)\"}")
            return consent
        }
    }

    /// Shows a need to others, no further than the State's consent goes, or takes it back (`draft`).
    package func publish(
        _ id: NeedID, version: Int, _ publication: Publication, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.publishNeed)
        try await store.change(member) { change in
            let old = try Self.find(id, change)
            let consent = try ConsentRow.all(id, change.workspace, change.connection).first { $0.withdrawn == nil }
            if publication.level != .draft {
                guard let consent else { throw WorkspaceError.invalid("level", "need.consent.missing") }
                guard publication.level.width <= consent.level.width else {
                    throw WorkspaceError.invalid("level", "need.consent.wider")
                }
                if old.kinds.isEmpty || old.asked.isEmpty {
                    throw WorkspaceError.invalid("level", "need.publish.unfinished")
                }
            }
            var need = old
            need.publication.level = publication.level
            need.publication.hidden = publication.hidden
            need.publication.named = publication.level == .named ? publication.named : []
            if publication.level == .named {
                guard (1...CooperationLimits.codesMax).contains(publication.named.count) else {
                    throw WorkspaceError.invalid("named", "need.publish.nobody")
                }
                for partner in publication.named {
                    let found = try change.connection.count(
                        "SELECT COUNT(*) FROM workspace WHERE id = $1 AND kind = 'partner' AND closed = 0",
                        [.int(partner.value)])
                    if found == 0 { throw WorkspaceError.invalid("named", "cooperation.unknownCode") }
                }
            }
            need.publication.since = publication.level == .draft ? nil : old.publication.since ?? change.at
            try change.write(need, from: old, version: version, "need.publish")
        }
    }

    /// Withdraws the State's consent: from the end of this transaction on nobody outside reads the need, on any node.
    package func withdrawConsent(_ id: NeedID, why: String, by member: Member) async throws(WorkspaceError) {
        try member.require(.publishNeed)
        let why = try CooperationLimits.title(why, "why")
        try await store.change(member) { change in
            let old = try Self.find(id, change)
            guard
                try ConsentRow.withdraw(id, change.workspace, at: change.at, why: why, change.connection)
            else { throw WorkspaceError.invalid("why", "need.consent.missing") }
            var need = old
            need.publication.level = .draft
            need.publication.named = []
            need.publication.since = nil
            change.field(need.subject, "consent", from: "given", to: nil, why: why)
            try change.write(need, from: old, version: old.version, "need.withdraw", why: why)
        }
    }

    /// Workspaces that can be named, by name.
    package func partners(_ member: Member) async throws(WorkspaceError) -> [(id: WorkspaceID, name: String)] {
        try member.require(.publishNeed)
        return try await store.read { connection in
            try connection.all(
                "SELECT id, name FROM workspace WHERE kind = 'partner' AND closed = 0 ORDER BY name, id LIMIT 500", []
            ) { (WorkspaceID(try $0.int(0)), try $0.text(1)) }
        }
    }
}
