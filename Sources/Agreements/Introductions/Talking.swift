package import Domain
import People
import Store

extension Introductions {
    /// Adds a message to the thread of a request that waits or was accepted, and tells the other side that there is one.
    package func say(_ text: String, on id: IntroductionID, by member: Member) async throws(WorkspaceError) {
        try member.require(.decideMatches)
        let text = try AgreementLimits.text(text, "message", isNeeded: true)
        let since = Clock.instant(store.clock.milliseconds() - 86_400_000)
        try await store.change(member) { change in
            let one = try Self.own(id, change)
            guard one.status == .asked || one.status == .accepted else {
                throw WorkspaceError.invalid("message", "introduction.allowed.over")
            }
            let counts = try ThreadRow.counts(id, change.workspace, since: since, change.connection)
            guard counts.all < AgreementLimits.messagesMax, counts.recent < AgreementLimits.messagesPerDayMax else {
                throw WorkspaceError.invalid("message", "introduction.allowed.messages")
            }
            let number = try IDAllocator.take("introduction_message", 1, change.connection).lowerBound
            try ThreadRow.insert(
                number, id, text, by: change.member.name, at: change.at, change.workspace, change.connection)
            let other = one.other(of: change.workspace)
            change.share(one.subject, with: [other])
            change.did("introduction.write", one.subject, detail: "{\"message\":\(number)}")
            try CoordinatorRow.tell(other, "introductionMessage", path: "/introductions/\(id)", &change)
        }
    }

    /// Takes the text of an own message away; that there was one stays.
    package func delete(
        message: Int64, of id: IntroductionID, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.decideMatches)
        try await store.change(member) { change in
            let one = try Self.own(id, change)
            guard try ThreadRow.delete(message, id, at: change.at, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            change.share(one.subject, with: [one.other(of: change.workspace)])
            change.did("introduction.erase", one.subject, detail: "{\"message\":\(message)}")
        }
    }

    /// Gives a person of the own side to write to, for the other side to see once it gave one too.
    package func give(
        _ contact: IntroductionContact, on id: IntroductionID, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.decideMatches)
        var contact = contact
        contact.name = try AgreementLimits.text(contact.name, "name", most: 200, isNeeded: true)
        contact.office = try AgreementLimits.text(contact.office, "office", most: 200)
        contact.email = AgreementLimits.trimmed(contact.email)
        guard contact.email.isEmpty || EmailAddress(contact.email) != nil else {
            throw .invalid("email", "people.emailForm")
        }
        let given = contact
        try await store.change(member) { change in
            let one = try Self.own(id, change)
            guard one.status == .asked || one.status == .accepted else {
                throw WorkspaceError.invalid("name", "introduction.allowed.over")
            }
            try ThreadRow.put(given, id, at: change.at, change.workspace, change.connection)
            change.share(one.subject, with: [one.other(of: change.workspace)])
            change.did("introduction.contact", one.subject)
        }
    }

    /// Takes it back: the other side sees it no longer.
    package func takeContact(of id: IntroductionID, by member: Member) async throws(WorkspaceError) {
        try member.require(.decideMatches)
        try await store.change(member) { change in
            let one = try Self.own(id, change)
            try ThreadRow.remove(id, change.workspace, change.connection)
            change.share(one.subject, with: [one.other(of: change.workspace)])
            change.did("introduction.nocontact", one.subject)
        }
    }
}
