import Agreements
import CooperationWeb
import Domain
import Frame
import Programmes

/// What forms of introductions do.
struct IntroductionActions {
    private let visit: Visit
    private let form: Query
    private let introductions: Introductions

    init(_ visit: Visit, _ form: Query, _ agreements: Agreements) {
        self.visit = visit
        self.form = form
        introductions = agreements.introductions
    }

    func ask() async throws(WebError) -> Answer {
        let about = Self.about(form)
        let id = try await visit.run { () throws(WorkspaceError) in
            try await introductions.ask(about, text: form.words("text"), by: visit.member)
        }
        return visit.back("/introductions/\(id)", "asked")
    }

    func accept() async throws(WebError) -> Answer {
        let id: IntroductionID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await introductions.accept(id, version: form.version, by: visit.member)
        }
        return visit.back("/introductions/\(id)", "answered")
    }

    func decline() async throws(WebError) -> Answer {
        let id: IntroductionID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await introductions.decline(
                id, version: form.version, reason: form.words("reason"), by: visit.member)
        }
        return visit.back("/introductions/\(id)", "answered")
    }

    func withdraw() async throws(WebError) -> Answer {
        let id: IntroductionID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await introductions.withdraw(
                id, version: form.version, reason: form.words("reason"), by: visit.member)
        }
        return visit.back("/introductions/\(id)", "withdrawn")
    }

    func say() async throws(WebError) -> Answer {
        let id: IntroductionID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await introductions.say(form.words("message"), on: id, by: visit.member)
        }
        return visit.back("/introductions/\(id)", "sent")
    }

    func erase() async throws(WebError) -> Answer {
        let id: IntroductionID = try visit.id()
        guard let message = Int64(visit.exchange.value("message")) else { throw .notFound }
        try await visit.run { () throws(WorkspaceError) in
            try await introductions.delete(message: message, of: id, by: visit.member)
        }
        return visit.back("/introductions/\(id)", "erased")
    }

    /// Gives a contact, or takes it back where no name is written.
    func contact() async throws(WebError) -> Answer {
        let id: IntroductionID = try visit.id()
        let contact = IntroductionContact(
            name: form.words("name"), office: form.words("office"), email: form.words("email"))
        let isTaken = form.first("do") == "take"
        try await visit.run { () throws(WorkspaceError) in
            if isTaken {
                try await introductions.takeContact(of: id, by: visit.member)
            } else {
                try await introductions.give(contact, on: id, by: visit.member)
            }
        }
        return visit.back("/introductions/\(id)", "saved")
    }

    /// What an address or a form says that it is about.
    static func about(_ query: Query) -> IntroductionAsk {
        IntroductionAsk(
            need: query.first("need").flatMap { NeedID($0) }, offer: query.first("offer").flatMap { OfferID($0) },
            call: query.first("call").flatMap { FundCallID($0) },
            programme: query.first("programme").flatMap { ProgrammeID($0) },
            peer: query.first("peer").flatMap { $0.isEmpty ? nil : StateCode($0) })
    }
}
