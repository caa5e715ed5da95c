import CooperationRecords
import CooperationWeb
import Domain
import Frame

/// What forms of facts do.
struct FactActions {
    private let place: FactPlace
    private let form: Query
    private let records: StateCooperation

    init(_ place: FactPlace, _ form: Query, _ records: StateCooperation) {
        self.place = place
        self.form = form
        self.records = records
    }

    func add() async throws(WebError) -> Answer {
        let content = try FactForm.content(form)
        let isPublished = form.first("publish") != nil
        _ = try await place.run { () throws(WorkspaceError) in
            try await records.add(content, of: place.state, publishing: isPublished, by: place.keeper)
        }
        return place.back(isPublished ? "published" : "added")
    }

    func correct() async throws(WebError) -> Answer {
        let (id, content) = (try id(), try FactForm.content(form))
        _ = try await place.run { () throws(WorkspaceError) in
            try await records.correct(
                id, version: form.version, content, why: form.words("why"), by: place.keeper)
        }
        return place.back("corrected")
    }

    func withdraw() async throws(WebError) -> Answer {
        let id = try id()
        try await place.run { () throws(WorkspaceError) in
            try await records.withdraw(id, version: form.version, why: form.words("why"), by: place.keeper)
        }
        return place.back("withdrawn")
    }

    func publish() async throws(WebError) -> Answer {
        let id = try id()
        try await place.run { () throws(WorkspaceError) in
            try await records.publish(id, version: form.version, by: place.keeper)
        }
        return place.back("published")
    }

    func publishAll() async throws(WebError) -> Answer {
        try await place.run { () throws(WorkspaceError) in
            try await records.publishAll(place.state, by: place.keeper)
        }
        return place.back("published")
    }

    func undo() async throws(WebError) -> Answer {
        guard let id = StateFactImportID(place.exchange.value("id")) else { throw .notFound }
        try await place.run { () throws(WorkspaceError) in try await records.undo(id, by: place.keeper) }
        return place.back("undone")
    }

    private func id() throws(WebError) -> StateFactID {
        guard let id = StateFactID(place.exchange.value("id")) else { throw .notFound }
        return id
    }
}
