import Frame
import Locales
import Operations

extension WebError {
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

extension View {
    /// Why an item stays open.
    func refusal(_ refusal: AcceptanceRefusal) -> String {
        say("refusalReason.\(refusal.code.rawValue)", ["detail": .text(String(refusal.detail.prefix(120)))])
    }

    /// Why the desk refused a value: what is missing or too much, and what to do.
    func refusal(_ field: String, _ allowed: String) -> String {
        words.has("refusal.\(field)") ? say("refusal.\(field)") : say("item.refused", ["reason": .text(allowed)])
    }
}
