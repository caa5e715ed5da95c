import Domain
import Locales
import Markup

/// RFC 9457 problem details: the one shape of every error of the API.
struct Problem: Sendable {
    let error: WebError
    let words: Catalogue
    let path: String

    var answer: Answer {
        let json = JSONWriter(reserving: 512)
        json.object {
            json.member("type", "urn:rapporteur:problem:\(error.name)")
            json.member("title", words.text("error.\(error.name).title"))
            json.member("status", error.status)
            json.member("detail", words.text("error.\(error.name).detail"))
            json.member("instance", path)
            if case .conflict(let conflict) = error { self.conflict(conflict, json) }
            if case .invalid(let fields) = error {
                json.array("errors") {
                    for field in fields {
                        json.object {
                            json.member("field", field.name)
                            json.member(
                                "allowed", words.has(field.allowed) ? words.text(field.allowed) : field.allowed)
                        }
                    }
                }
            }
        }
        return Answer(
            status: error.status, contentType: "application/problem+json", body: .bytes(json.bytes), caching: .never,
            headers: error.headers)
    }

    /// What stands now, and what was changed meanwhile.
    private func conflict(_ conflict: Conflict, _ json: JSONWriter) {
        json.member("subject", conflict.subject.description)
        json.member("version", conflict.version)
        json.array("changes") {
            for change in conflict.changes {
                json.object {
                    json.member("field", change.field)
                    json.member("old", change.before)
                    json.member("new", change.theirs)
                    json.member("by", change.by)
                    json.member("at", change.at)
                }
            }
        }
    }
}

extension WebError {
    /// Headers that the status asks for.
    package var headers: [(name: String, value: String)] {
        switch self {
        case .methodNotAllowed(let allowed): [("Allow", allowed)]
        case .unavailable: [("Retry-After", "5")]
        case .signInNeeded: [("WWW-Authenticate", "Bearer")]
        default: []
        }
    }
}
