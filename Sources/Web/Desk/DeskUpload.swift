import Documents
import Domain
import Frame
import Locales
import Operations

/// Takes files in as they arrive, one in memory at a time.
enum DeskUpload {
    static func answer(_ signed: Signed) async throws(WebError) -> Answer {
        let desk = signed.exchange.site.desk
        var options = DocumentReader.Options()
        var isChecked = false
        var received: [ReadingID] = []
        var known = 0
        var empty: [String] = []
        try await UploadReader.read(
            signed.exchange.incoming,
            field: { name, value throws(WebError) in
                switch name {
                case Signed.tokenField:
                    try signed.check(token: value)
                    isChecked = true
                case "kind": options.kind = DocumentKind(rawValue: value)
                case "language" where LanguageTag.official.contains(LanguageTag(value)):
                    options.language = LanguageTag(value)
                case "recognise": options.recognises = value == "yes"
                default: return
                }
            },
            file: { file async throws(WebError) in
                guard isChecked else { throw .foreignForm }
                do throws(DeskError) {
                    let result = try await desk.receive(file.name, file.bytes, options, by: signed.caller)
                    received.append(result.reading)
                    known += result.isKnown ? 1 : 0
                } catch {
                    guard error == .fileEmpty else { throw WebError(error) }
                    empty.append(file.name)
                }
            })
        guard isChecked else { throw .foreignForm }
        let view = View(signed)
        if let name = empty.first {
            return try await DeskView.answer(
                signed, trouble: view.say("upload.empty", ["file": .text(name)]), status: 400)
        }
        guard !received.isEmpty else {
            return try await DeskView.answer(signed, trouble: view.say("upload.nothing"), status: 400)
        }
        // One document that is there already is what the reader wanted to see.
        if received.count == 1, known == 1, let only = received.first {
            return .seeOther(ReviewQuestion(reading: only).address(view, said: .received, count: 0))
        }
        return .seeOther(
            view.address(
                "/desk",
                [("said", "received"), ("n", String(received.count - known)), ("known", String(known))]))
    }
}
