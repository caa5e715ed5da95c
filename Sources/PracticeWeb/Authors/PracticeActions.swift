import Domain
import Frame
import Practices

/// What forms of a workspace's own practices do.
struct PracticeActions {
    private let visit: Visit
    private let form: Query
    private let practices: Practices

    init(_ visit: Visit, _ form: Query, _ practices: Practices) {
        self.visit = visit
        self.form = form
        self.practices = practices
    }

    func add() async throws(WebError) -> Answer {
        let content = try PracticeForm.content(form)
        let practice = try await visit.run { () throws(WorkspaceError) in
            try await practices.add(content, by: visit.member)
        }
        return back(practice.id, "added")
    }

    func edit() async throws(WebError) -> Answer {
        let content = try PracticeForm.content(form)
        return try await change("saved") { id throws(WorkspaceError) in
            try await practices.edit(id, version: form.version, content, by: visit.member)
        }
    }

    func putVersion() async throws(WebError) -> Answer {
        let text = PracticeTextFields.text(form, isOriginal: false)
        return try await change("saved") { id throws(WorkspaceError) in
            try await practices.putVersion(id, version: form.version, text, by: visit.member)
        }
    }

    func removeVersion() async throws(WebError) -> Answer {
        try await change("saved") { id throws(WorkspaceError) in
            try await practices.removeVersion(
                id, version: form.version, LanguageTag(form.words("language")), by: visit.member)
        }
    }

    /// Numbers that were typed, and proposals that were ticked with the reasons they were proposed for.
    func link() async throws(WebError) -> Answer {
        var links: [PracticeLink] = []
        for kind in PracticeLink.Kind.allCases {
            links += try form.numbers(kind.rawValue).map { PracticeLink(kind, $0) }
        }
        let ticked = Set(form.all("proposed"))
        let id: PracticeID = try visit.id()
        if !ticked.isEmpty {
            links += try await visit.run { () throws(WorkspaceError) in
                try await practices.proposals(for: id, language: visit.exchange.language, visit.member)
            }.map(\.link).filter { ticked.contains("\($0.kind.rawValue):\($0.id)") }
        }
        let named = links
        return try await change("linked") { id throws(WorkspaceError) in
            try await practices.link(id, version: form.version, named, by: visit.member)
        }
    }

    func unlink() async throws(WebError) -> Answer {
        guard let link = PracticeForm.link(form.words("link")) else {
            throw .invalid([.init(name: "link", allowed: "practice.unknownCode")])
        }
        return try await change("saved") { id throws(WorkspaceError) in
            try await practices.unlink(id, version: form.version, link.kind, link.id, by: visit.member)
        }
    }

    func handIn() async throws(WebError) -> Answer {
        try await change("handedIn") { id throws(WorkspaceError) in
            try await practices.handIn(id, version: form.version, by: visit.member)
        }
    }

    func takeBack() async throws(WebError) -> Answer {
        try await change("takenBack") { id throws(WorkspaceError) in
            try await practices.takeBack(id, version: form.version, by: visit.member)
        }
    }

    func revise() async throws(WebError) -> Answer {
        try await change("revised") { id throws(WorkspaceError) in
            try await practices.revise(id, version: form.version, by: visit.member)
        }
    }

    func withdraw() async throws(WebError) -> Answer {
        try await change("withdrawn") { id throws(WorkspaceError) in
            try await practices.withdraw(id, version: form.version, why: form.words("why"), by: visit.member)
        }
    }

    private func change(
        _ said: String, _ act: (PracticeID) async throws(WorkspaceError) -> Void
    ) async throws(WebError) -> Answer {
        let id: PracticeID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in try await act(id) }
        return back(id, said)
    }

    private func back(_ id: PracticeID, _ said: String) -> Answer {
        .seeOther(View(visit).address(visit.path("/practices/\(id)"), [("said", said)]))
    }
}
