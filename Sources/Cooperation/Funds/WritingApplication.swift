import Domain
import People
import Store

extension Applications {
    func write(
        _ id: ApplicationID, version: Int, _ draft: ApplicationDraft, handsIn: Bool, _ member: Member
    ) async throws(WorkspaceError) {
        try member.require(.applyToFunds)
        let title = try CooperationLimits.title(draft.title)
        try CooperationLimits.money(draft.amount, "amount")
        let today = CalendarDate(store.clock.instant)
        try await store.change(member) { change in
            guard let old = try ApplicationRow.own(id, change.workspace, change.connection),
                let call = try FundCallRow.find(old.call, old.partner, change.connection)
            else { throw WorkspaceError.notFound }
            guard old.status == .draft else { throw WorkspaceError.invalid("status", "application.notDraft") }
            var application = old
            application.title = title
            application.amount = draft.amount
            application.need = draft.need
            application.answers = try Self.answers(draft.answers, call, handsIn: handsIn)
            if let need = draft.need, try NeedRow.find(need, change.workspace, nil, change.connection) == nil {
                throw WorkspaceError.invalid("need", "cooperation.sourceUnknown")
            }
            if handsIn {
                try Self.check(application, call, today, change)
                application.status = .submitted
                application.submitted = change.at
            }
            let subject = Subject(.application, id.value)
            for field in call.form {
                change.field(
                    subject, "answer.\(field.key)", from: old.answers[field.key],
                    to: application.answers[field.key])
            }
            change.field(subject, "title", from: old.title, to: title)
            change.field(subject, "status", from: old.status.rawValue, to: application.status.rawValue)
            try ApplicationRow.update(application, version: version, change.connection)
            change.did(handsIn ? "application.submit" : "application.save", subject)
        }
    }

    /// Answers to the questions of the form, and to nothing else.
    private static func answers(
        _ given: [String: String], _ call: FundCall, handsIn: Bool
    ) throws(WorkspaceError) -> [String: String] {
        var answers: [String: String] = [:]
        var troubles: [WorkspaceError.Trouble] = []
        for field in call.form {
            let answer = CooperationLimits.trimmed(given[field.key] ?? "")
            if let trouble = FormRules.trouble(answer, to: field, isHandedIn: handsIn) {
                troubles.append(.init(field.label, trouble))
            }
            if !answer.isEmpty { answers[field.key] = answer }
        }
        guard troubles.isEmpty else { throw .invalid(troubles) }
        return answers
    }

    private static func check(
        _ application: Application, _ call: FundCall, _ today: CalendarDate?, _ change: WorkspaceChange
    ) throws {
        if let today, call.standing(on: today) != .open {
            throw WorkspaceError.invalid("call", "application.callClosed")
        }
        if let ceiling = call.ceiling {
            guard let amount = application.amount else {
                throw WorkspaceError.invalid("amount", "application.amountNeeded")
            }
            guard amount.currency == ceiling.currency else {
                throw WorkspaceError.invalid("amount", "application.ceilingCurrency")
            }
            if amount.minor > ceiling.minor { throw WorkspaceError.invalid("amount", "application.overCeiling") }
        }
        guard call.needsConsent else { return }
        let consent = try application.need.map {
            try ConsentRow.all($0, change.workspace, change.connection).contains { $0.withdrawn == nil }
        }
        if consent != true { throw WorkspaceError.invalid("need", "application.consentNeeded") }
    }
}
