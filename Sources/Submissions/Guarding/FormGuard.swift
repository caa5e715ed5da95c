import Secrets
import Synchronization

/// Keeps machines from filling the form, without scripts, cookies, addresses or others: a question in words, a form that is neither
/// too young nor too old, and each form once. What it knows stands in the form itself, signed; kept is only which forms were used.
package final class FormGuard: Sendable {
    package enum Refusal: String, Hashable, Sendable {
        case wrongAnswer, tooFast, tooOld, used
    }

    /// What the reader is asked: which word stands at a place.
    package struct Question: Sendable {
        package var words: [String]
        /// From 1.
        package var place: Int
        package var token: String
    }

    package static let placesMax = 4
    private static let ageMaxMilliseconds: Int64 = 6 * 3_600_000
    private static let usedMax = 20_000

    private let code = MessageCode()
    private let ageMinMilliseconds: Int64
    private let used = Mutex(Used())

    private struct Used {
        var forms: [String: Int64] = [:]
        /// Forms up to this moment are too old, whatever their age: so many of them were used that they are not remembered any more.
        var floor = Int64.min

        /// Whether a form of this moment was not used before; it is from now on.
        mutating func take(_ nonce: String, issued: Int64, at now: Int64) -> Refusal? {
            if forms.count >= FormGuard.usedMax {
                let kept = forms.values.sorted()[FormGuard.usedMax / 2]
                floor = max(floor, kept)
                forms = forms.filter { $0.value > floor && now - $0.value <= FormGuard.ageMaxMilliseconds }
            }
            guard issued > floor else { return .tooOld }
            guard forms[nonce] == nil else { return .used }
            forms[nonce] = issued
            return nil
        }
    }

    /// `ageMinSeconds`: sooner nobody has read and filled the form.
    package init(ageMinSeconds: Int64 = 4) { ageMinMilliseconds = ageMinSeconds * 1_000 }

    /// A new question from a language's words.
    package func question(_ words: [String], at now: Int64) -> Question {
        let shown = Array(words.shuffled().prefix(Self.placesMax))
        let place = Int.random(in: 1...max(1, shown.count))
        let nonce = Token.make()
        let answer = shown.isEmpty ? "" : shown[place - 1]
        let token = "\(now).\(nonce).\(code.sign(Self.form(now, nonce))).\(code.sign(Self.signed(now, nonce, answer)))"
        return Question(words: shown, place: place, token: token)
    }

    /// Whether a form may pass; it passes once.
    package func check(_ token: String, answer: String, at now: Int64) throws(SubmissionError) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let issued = Int64(parts[0]),
            code.isValid(parts[2], of: Self.form(issued, parts[1]))
        else { throw .guarded(.tooOld) }
        guard now - issued >= ageMinMilliseconds else { throw .guarded(.tooFast) }
        guard now - issued <= Self.ageMaxMilliseconds else { throw .guarded(.tooOld) }
        // A wrong answer uses the form up as well: there is one try.
        // Whoever spends many forms makes older ones worthless, and keeps nobody out who takes a new one.
        if let refusal = used.withLock({ $0.take(parts[1], issued: issued, at: now) }) { throw .guarded(refusal) }
        guard code.isValid(parts[3], of: Self.signed(issued, parts[1], answer)) else { throw .guarded(.wrongAnswer) }
    }

    private static func form(_ issued: Int64, _ nonce: String) -> String { "submission form\n\(issued)\n\(nonce)" }

    private static func signed(_ issued: Int64, _ nonce: String, _ answer: String) -> String {
        let answer = answer.lowercased().filter { !$0.isWhitespace && !$0.isPunctuation }
        return "submission answer\n\(issued)\n\(nonce)\n\(answer)"
    }
}
