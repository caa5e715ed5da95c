import Domain
import Frame
import Markup
import Submissions

/// Recipients and their fingerprints for programs: whoever watches for changed keys asks here.
enum RecipientsJSON {
    static let schemas: [Schema.Named] = [
        ("SubmissionRecipients", .object([("recipients", .array(.reference("SubmissionRecipient")))])),
        (
            "SubmissionRecipient",
            .object([
                ("institution", .string), ("workspace", .string), ("standing", .string),
                ("fingerprints", .array(.string)), ("waiting", .integer),
            ])
        ),
    ]

    static func route(_ submissions: Submissions) -> Route {
        .api(
            "submission-recipients", "/submission-recipients", [],
            "Who receives protected submissions here, with the fingerprints of their keys.", "SubmissionRecipients"
        ) { _ throws(WebError) in
            let recipients =
                submissions.availability == .open
                ? try await submission { () throws(SubmissionError) in try await submissions.recipients() } : []
            let json = JSONWriter()
            json.object {
                json.array("recipients") {
                    for recipient in recipients { write(recipient, json) }
                }
            }
            var answer = Answer.json(json.bytes)
            answer.caching = .never
            return answer
        }
    }

    private static func write(_ recipient: Recipient, _ json: JSONWriter) {
        json.object {
            json.member("institution", recipient.name)
            json.member("workspace", recipient.workspaceName)
            json.member("standing", recipient.standing.rawValue)
            json.array("fingerprints", of: recipient.keys.map(\.fingerprint))
            json.member("waiting", recipient.waiting.count)
        }
    }
}
