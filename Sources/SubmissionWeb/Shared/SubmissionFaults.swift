import Domain
import Frame
import Locales
import Submissions

extension WebError {
    /// What a page cannot say in its own words.
    init(_ error: SubmissionError) {
        self =
            switch error {
            case .off, .notFound: .notFound
            case .busy: .unavailable
            case .tooMany, .phraseLocked: .tooMany
            case .wrongPhrase, .locked: .forbidden
            case .unfit(let field, let key): .invalid([.init(name: field, allowed: key)])
            case .guarded: .foreignForm
            case .unreadable: .failed("a sealed content does not open")
            case .workspace(let error): WebError(error)
            }
    }
}

extension SubmissionError {
    /// What a form says of it; nil for what has a page of its own.
    func sentence(_ view: View) -> String? {
        switch self {
        case .busy, .tooMany: view.say("submit.busy")
        case .wrongPhrase: view.say("submit.phraseWrong")
        case .phraseLocked(let seconds):
            view.say("submit.phraseLocked", ["minutes": .number((seconds + 59) / 60)])
        case .unfit(_, let key): view.say(key)
        case .guarded(let refusal): view.say("submit.guard.\(refusal.rawValue)")
        case .unreadable: view.say("submit.broken")
        case .off, .notFound, .locked, .workspace: nil
        }
    }
}

/// Runs an operation with its errors as the frame's.
func submission<T: Sendable>(
    _ body: () async throws(SubmissionError) -> T
) async throws(WebError) -> T {
    do throws(SubmissionError) { return try await body() } catch { throw WebError(error) }
}
