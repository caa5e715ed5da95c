import Documents
import Domain
import Frame
import Operations

/// What can be done with a document as a whole.
enum ReadingActions {
    /// The number of `7.png`.
    static func page(_ name: String) -> Int? {
        name.hasSuffix(".png") ? Int(name.dropLast(4)).flatMap { $0 > 0 ? $0 : nil } : nil
    }

    static func picture(_ signed: Signed) async throws(WebError) -> Answer {
        let exchange = signed.exchange
        guard let id = ReadingID(exchange.value("id")), let page = page(exchange.value("page")) else { throw .notFound }
        do {
            let bytes = try await exchange.site.desk.picture(of: id, page: page, for: signed.caller)
            return Answer(contentType: "image/png", body: .bytes(bytes), caching: .never)
        } catch DeskError.picture, DeskError.document, DeskError.invalid {
            throw .notFound
        } catch {
            throw WebError(error)
        }
    }

    static func readAgain(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let question = try ReviewQuestion(signed.exchange)
        var options = DocumentReader.Options()
        options.kind = form.first("kind").flatMap { DocumentKind(rawValue: $0) }
        if let tag = form.first("language").map({ LanguageTag($0) }), LanguageTag.official.contains(tag) {
            options.language = tag
        }
        options.recognises = form.first("recognise") == "yes"
        do {
            try await signed.exchange.site.desk.readAgain(question.reading, options, by: signed.caller)
        } catch {
            throw WebError(error)
        }
        return .seeOther(question.address(View(signed), said: .again))
    }

    static func remove(_ signed: Signed) async throws(WebError) -> Answer {
        let question = try ReviewQuestion(signed.exchange)
        do { try await signed.exchange.site.desk.remove(question.reading, by: signed.caller) } catch {
            throw WebError(error)
        }
        return .seeOther(View(signed).address("/desk", [("said", "removed")]))
    }
}
