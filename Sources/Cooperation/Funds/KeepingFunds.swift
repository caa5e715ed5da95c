package import Domain
import People
import Reference
import Store

extension Funds {
    package func add(_ draft: FundDraft, by member: Member) async throws(WorkspaceError) -> Fund {
        try member.require(.manageFunds)
        let draft = try checked(draft)
        let id = FundID(try await store.take(.fund).lowerBound)
        return try await store.change(member) { change in
            let made = try change.connection.count(
                "SELECT COUNT(*) FROM fund WHERE workspace_id = $1", [.int(change.workspace.value)])
            if made >= 500 { throw WorkspaceError.invalid("fund", "cooperation.many") }
            var fund = Fund(
                id: id, workspace: change.workspace, name: draft.name, language: draft.language, made: change.at)
            fund.take(draft)
            try FundRow.insert(fund, change.connection)
            change.did("fund.add", Subject(.fund, id.value))
            return fund
        }
    }

    package func edit(
        _ id: FundID, version: Int, _ draft: FundDraft, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageFunds)
        let draft = try checked(draft)
        try await store.change(member) { change in
            guard let old = try FundRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            var fund = old
            fund.take(draft)
            let subject = Subject(.fund, id.value)
            for (before, after) in zip(old.fields, fund.fields) {
                change.field(subject, before.name, from: before.value, to: after.value)
            }
            try FundRow.update(fund, version: version, change.connection)
            change.did("fund.edit", subject)
        }
    }

    package func add(
        _ draft: FundCallDraft, to fund: FundID, by member: Member
    ) async throws(WorkspaceError) -> FundCall {
        try member.require(.manageFunds)
        let draft = try checked(draft)
        let id = FundCallID(try await store.take(.fundCall).lowerBound)
        return try await store.change(member) { change in
            guard try FundRow.find(fund, change.workspace, change.connection) != nil else {
                throw WorkspaceError.notFound
            }
            if try FundCallRow.of([fund], change.connection).count >= 200 {
                throw WorkspaceError.invalid("call", "cooperation.many")
            }
            var call = FundCall(id: id, fund: fund, workspace: change.workspace, title: draft.title)
            call.take(draft)
            try FundCallRow.insert(call, change.connection)
            change.did("fund-call.add", Subject(.fundCall, id.value))
            return call
        }
    }

    /// Changes a call. Once somebody has handed in an application its form stays: answers stand to the questions that were asked.
    package func edit(
        _ id: FundCallID, version: Int, _ draft: FundCallDraft, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageFunds)
        let draft = try checked(draft)
        try await store.change(member) { change in
            guard let old = try FundCallRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            var call = old
            call.take(draft)
            if call.form != old.form, try ApplicationRow.isAnswered(id, change.connection) {
                throw WorkspaceError.invalid("form", "fund.form.answered")
            }
            let subject = Subject(.fundCall, id.value)
            for (before, after) in zip(old.fields, call.fields) {
                change.field(subject, before.name, from: before.value, to: after.value)
            }
            try FundCallRow.update(call, version: version, change.connection)
            change.did("fund-call.edit", subject)
        }
    }

    private func checked(_ draft: FundDraft) throws(WorkspaceError) -> FundDraft {
        var draft = draft
        draft.name = try CooperationLimits.title(draft.name, "name")
        draft.text = try CooperationLimits.text(draft.text, "text")
        draft.contact = try CooperationLimits.contact(draft.contact)
        guard LanguageTag.official.contains(draft.language) else {
            throw .invalid("language", "cooperation.unknownCode")
        }
        guard draft.level != .named else { throw .invalid("level", "cooperation.unknownCode") }
        if let template = draft.template, reference.fundTemplate(template) == nil {
            throw .invalid("template", "cooperation.unknownCode")
        }
        return draft
    }

    private func checked(_ draft: FundCallDraft) throws(WorkspaceError) -> FundCallDraft {
        var draft = draft
        draft.title = try CooperationLimits.title(draft.title)
        draft.text = try CooperationLimits.text(draft.text, "text")
        draft.eligibleNote = try CooperationLimits.text(draft.eligibleNote, "eligibleNote")
        draft.themes = try CooperationLimits.themes(draft.themes, reference)
        draft.goals = try CooperationLimits.goals(draft.goals, reference)
        draft.languages = try CooperationLimits.languages(draft.languages, reference)
        draft.eligible = try CooperationLimits.eligible(draft.eligible, reference)
        try CooperationLimits.money(draft.ceiling, "ceiling")
        try CooperationLimits.money(draft.budget, "budget")
        try CooperationLimits.window(draft.opens, draft.closes)
        draft.form = try FormRules.checked(draft.form)
        draft.kinds = HelpKind.allCases.filter { draft.kinds.contains($0) }
        draft.conditions = Condition.allCases.filter { draft.conditions.contains($0) }
        return draft
    }
}
