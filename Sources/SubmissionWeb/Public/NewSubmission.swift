import Domain
import Frame
import Locales
import Submissions

/// The form, and what comes of sending it. There is no page in between to look it over: what was written would travel twice, and would
/// have to be kept here or in the browser meanwhile.
struct NewSubmission {
    private let exchange: Exchange
    private let submissions: Submissions

    static let limits = UploadLimits(
        fileBytesMax: 10 << 20, filesMax: 5, totalBytesMax: 22 << 20, fieldBytesMax: 100_000, fieldsMax: 60)

    init(_ exchange: Exchange, _ submissions: Submissions) {
        self.exchange = exchange
        self.submissions = submissions
    }

    func blank() async throws(WebError) -> Answer {
        guard submissions.availability == .open else { return try await IntroductionView.answer(exchange, submissions) }
        var draft = SubmissionDraft()
        draft.language = exchange.language
        draft.recommendation = exchange.query.first("recommendation").flatMap { Int64($0) }
        draft.issue = exchange.query.first("issue").flatMap { Int64($0) }
        draft.state = exchange.query.first("state").flatMap { $0.isEmpty ? nil : StateCode($0) }
        return try await form(draft, problems: [], status: 200)
    }

    func send() async throws(WebError) -> Answer {
        guard submissions.availability == .open else { return try await IntroductionView.answer(exchange, submissions) }
        let (draft, refusal) = try await read()
        let view = View(exchange)
        do throws(SubmissionError) {
            if let refusal { throw refusal }
            if draft.faults.isEmpty {
                let receipt = try await submissions.submit(draft, from: exchange.incoming.source)
                return await ReceiptView.answer(view, receipt, submissions)
            }
        } catch {
            guard let sentence = error.sentence(view) else { throw WebError(error) }
            return try await self.form(draft, problems: [sentence], status: error == .busy ? 503 : 400)
        }
        return try await self.form(draft, problems: draft.faults.map { view.say($0.key) }, status: 400)
    }

    private func form(_ draft: SubmissionDraft, problems: [String], status: Int) async throws(WebError) -> Answer {
        let recipients = try await submission { () throws(SubmissionError) in try await submissions.recipients() }
        return await SubmissionForm(
            view: View(exchange), submissions: submissions, draft: draft, recipients: recipients, problems: problems
        ).answer(status)
    }

    /// What was sent. The form's answer stands before its files, and where it does not do they are not read.
    private func read() async throws(WebError) -> (SubmissionDraft, SubmissionError?) {
        var form = Query()
        var files: [[UInt8]] = []
        var isAsked = false
        var refusal: SubmissionError?
        let now = exchange.site.clock.milliseconds()
        do throws(WebError) {
            try await UploadReader.read(exchange.incoming, limits: Self.limits) { name, value throws(WebError) in
                form.append(name, value)
                guard !isAsked, let token = form.first("form"), let answer = form.first("answer") else { return }
                isAsked = true
                do throws(SubmissionError) {
                    try submissions.formGuard.check(token, answer: answer, at: now)
                } catch {
                    refusal = error
                    throw .foreignForm
                }
            } file: { file throws(WebError) in
                guard isAsked else { throw .foreignForm }
                files.append(file.bytes)
            }
        } catch {
            guard refusal != nil else { throw error }
        }
        if !isAsked { refusal = .guarded(.tooOld) }
        return (draft(form, files), refusal)
    }

    private func draft(_ form: Query, _ files: [[UInt8]]) -> SubmissionDraft {
        var draft = SubmissionDraft()
        draft.kind = form.first("kind") == "assessment" ? .assessment : .information
        draft.recipients = form.all("recipient").compactMap { InstitutionID($0) }
        draft.text = (form.first("text") ?? "").replacing("\r\n", with: "\n").trimmed
        draft.language = LanguageTag(exchange.site.locales[form.first("language") ?? ""]?.tag ?? exchange.words.tag)
        draft.state = form.first("state").flatMap { $0.isEmpty ? nil : StateCode($0) }
        draft.recommendation = form.first("recommendation").flatMap { Int64($0) }
        draft.issue = form.first("issue").flatMap { Int64($0) }
        draft.about = (form.first("about") ?? "").trimmed
        draft.standing = form.first("standing").flatMap { SealedNote.Standing(rawValue: $0) }
        draft.consent = form.first("consent").flatMap { SealedNote.Consent(rawValue: $0) } ?? .nothing
        draft.understands = form.first("understands") == "yes"
        draft.files = files
        return draft
    }
}

extension String {
    /// Without spaces and line ends at its ends.
    var trimmed: String {
        var text = Substring(self).drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
