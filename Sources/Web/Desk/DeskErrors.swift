import Operations

extension WebError {
    init(_ error: AccountError) {
        self =
            switch error {
            case .tooManyAttempts: .tooMany
            case .keyRefused: .forbidden
            case .nameTaken, .nameUnusable, .unknownName: .failed("accounts: \(error)")
            case .store(let reason): .failed(reason)
            }
    }

    init(_ error: DeskError) {
        self =
            switch error {
            case .notFound: .notFound
            case .forbidden: .forbidden
            case .invalid(let field, let allowed): .invalid([Field(name: field, allowed: allowed)])
            case .fileTooLarge: .tooLarge
            case .store(let reason), .sealed(let reason), .picture(let reason): .failed(reason)
            case .stale, .fileEmpty, .notRead, .document: .failed("desk: \(error)")
            }
    }
}
