package import Domain
package import Operations
package import People

/// Why a question has no answer. Mapped to a status once, for pages and API alike.
package enum WebError: Error, Sendable, Equatable {
    case notFound
    case invalid([Field])
    /// The methods that are allowed.
    case methodNotAllowed(String)
    case notAcceptable
    case addressTooLong
    /// A body or upload beyond the limits.
    case tooLarge
    /// A body that is no form this address takes.
    case unsupportedForm
    /// A form that was not sent from a page of this site, or from one that is too old.
    case foreignForm
    /// Nobody is signed in; where to go once somebody is.
    case signInNeeded(back: String)
    /// Signed in, but not allowed.
    case forbidden
    /// The workspace lets administrators in with a second factor only.
    case secondFactorNeeded
    /// Somebody changed it meanwhile.
    case conflict(Conflict)
    /// Too many attempts.
    case tooMany
    case unavailable
    /// For the log; a reader sees only that something broke.
    case failed(String)

    /// A parameter that does not fit, and what would.
    package struct Field: Sendable, Hashable {
        package var name: String
        package var allowed: String

        package init(name: String, allowed: String) {
            self.name = name
            self.allowed = allowed
        }
    }

    package init(_ error: OperationError) {
        self =
            switch error {
            case .notFound: .notFound
            case .invalid(let field, let allowed): .invalid([Field(name: field, allowed: allowed)])
            case .unavailable: .unavailable
            case .failed(let reason): .failed(reason)
            }
    }

    package init(_ error: AccountError) {
        self =
            switch error {
            case .tooManyAttempts, .tooManyTokens: .tooMany
            case .keyRefused, .signInRefused, .codeRefused, .codeNeeded, .addressMissing, .outsideUnknown: .forbidden
            case .confirmationNeeded: .forbidden
            case .linkUseless, .notFound: .notFound
            case .busy: .unavailable
            case .nameTaken, .nameUnusable, .unknownName, .passwordUnfit: .failed("accounts: \(error)")
            case .store(let reason), .outside(let reason): .failed(reason)
            }
    }

    package init(_ error: WorkspaceError) {
        self =
            switch error {
            case .notFound: .notFound
            case .forbidden: .forbidden
            case .stale(let subject, let version): .conflict(Conflict(subject, version: version))
            case .invalid(let troubles): .invalid(troubles.map { Field(name: $0.field, allowed: $0.allowed) })
            case .store(let reason): .failed(reason)
            }
    }

    /// Runs an operation of a room with its errors as the page's.
    package static func running<T: Sendable>(
        _ body: () async throws(WorkspaceError) -> T
    ) async throws(WebError) -> T {
        do throws(WorkspaceError) { return try await body() } catch { throw WebError(error) }
    }

    package var status: Int {
        switch self {
        case .notFound: 404
        case .invalid: 400
        case .methodNotAllowed: 405
        case .notAcceptable: 406
        case .addressTooLong: 414
        case .tooLarge: 413
        case .unsupportedForm: 415
        case .foreignForm, .forbidden, .secondFactorNeeded: 403
        case .signInNeeded: 401
        case .conflict: 409
        case .tooMany: 429
        case .unavailable: 503
        case .failed: 500
        }
    }

    /// The last part of message keys and problem types.
    package var name: String {
        switch self {
        case .notFound: "notFound"
        case .invalid: "invalid"
        case .methodNotAllowed: "methodNotAllowed"
        case .notAcceptable: "notAcceptable"
        case .addressTooLong: "addressTooLong"
        case .tooLarge: "tooLarge"
        case .unsupportedForm: "unsupportedForm"
        case .foreignForm: "foreignForm"
        case .signInNeeded: "signInNeeded"
        case .forbidden: "forbidden"
        case .secondFactorNeeded: "secondFactorNeeded"
        case .conflict: "conflict"
        case .tooMany: "tooMany"
        case .unavailable: "unavailable"
        case .failed: "failed"
        }
    }
}
