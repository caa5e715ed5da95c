import Cooperation
import Domain
import Frame

/// What forms of funds, calls and applications do.
struct FundActions {
    private let visit: Visit
    private let form: Query
    private let cooperation: Cooperation

    init(_ visit: Visit, _ form: Query, _ cooperation: Cooperation) {
        self.visit = visit
        self.form = form
        self.cooperation = cooperation
    }

    func addFund() async throws(WebError) -> Answer {
        let fund = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.funds.add(FundForm.fund(form), by: visit.member)
        }
        return back("/funds/\(fund.id)")
    }

    func editFund() async throws(WebError) -> Answer {
        let id: FundID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await cooperation.funds.edit(id, version: form.version, FundForm.fund(form), by: visit.member)
        }
        return back("/funds/\(id)")
    }

    func addCall() async throws(WebError) -> Answer {
        let fund: FundID = try visit.id()
        let draft = try FundForm.call(form)
        let call = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.funds.add(draft, to: fund, by: visit.member)
        }
        return back("/funds/own-calls/\(call.id)")
    }

    func editCall() async throws(WebError) -> Answer {
        let id: FundCallID = try visit.id()
        let draft = try FundForm.call(form)
        try await visit.run { () throws(WorkspaceError) in
            try await cooperation.funds.edit(id, version: form.version, draft, by: visit.member)
        }
        return back("/funds/own-calls/\(id)")
    }

    func watch() async throws(WebError) -> Answer {
        let id: FundCallID = try visit.id()
        let isWatched = form.first("watch") == "yes"
        try await visit.run { () throws(WorkspaceError) in
            try await cooperation.funds.watch(id, isWatched, by: visit.member)
        }
        return back("/funds/calls/\(id)", isWatched ? "watched" : "saved")
    }

    func apply() async throws(WebError) -> Answer {
        let id: FundCallID = try visit.id()
        let application = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.applications.add(to: id, for: NeedID(form.words("need")), by: visit.member)
        }
        return back("/funds/applications/\(application.id)")
    }

    /// Keeps what was written, or hands it in.
    func save() async throws(WebError) -> Answer {
        let id: ApplicationID = try visit.id()
        var draft = ApplicationDraft()
        draft.title = form.words("title")
        draft.need = NeedID(form.words("need"))
        draft.amount = try form.money("amount")
        for item in form.items where item.name.hasPrefix("answer-") {
            let key = String(item.name.dropFirst("answer-".count))
            // A choice of several comes as one value each.
            draft.answers[key] = draft.answers[key].map { $0 + "\n" + item.value } ?? item.value
        }
        let (kept, handsIn) = (draft, form.first("do") == "submit")
        try await visit.run { () throws(WorkspaceError) in
            if handsIn {
                try await cooperation.applications.submit(id, version: form.version, kept, by: visit.member)
            } else {
                try await cooperation.applications.save(id, version: form.version, kept, by: visit.member)
            }
        }
        return back("/funds/applications/\(id)", handsIn ? "submitted" : "saved")
    }

    func withdraw() async throws(WebError) -> Answer {
        let id: ApplicationID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await cooperation.applications.withdraw(id, version: form.version, by: visit.member)
        }
        return back("/funds/applications/\(id)")
    }

    func decide() async throws(WebError) -> Answer {
        let id: ApplicationID = try visit.id()
        guard let status = ApplicationStatus(rawValue: form.words("status")) else {
            throw .invalid([.init(name: "status", allowed: "cooperation.unknownCode")])
        }
        try await visit.run { () throws(WorkspaceError) in
            try await cooperation.applications.decide(id, version: form.version, status, by: visit.member)
        }
        return back("/funds/received/\(id)")
    }

    private func back(_ path: String, _ said: String = "saved") -> Answer {
        .seeOther(View(visit).address(visit.path(path), [("said", said)]))
    }
}
