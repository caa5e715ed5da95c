import CooperationRecords
import Domain
import Frame
import Locales

/// Takes a file of facts in.
enum FactUpload {
    static func take(_ place: FactPlace, _ records: StateCooperation) async throws(WebError) -> Answer {
        let limits = UploadLimits(
            fileBytesMax: StateFactLimits.importBytesMax, filesMax: 1,
            totalBytesMax: StateFactLimits.importBytesMax + (64 << 10), fieldBytesMax: 4 << 10, fieldsMax: 10)
        var isChecked = false
        var found: (name: String, bytes: [UInt8])?
        try await UploadReader.read(
            place.exchange.incoming, limits: limits,
            field: { name, value throws(WebError) in
                guard name == Signed.tokenField else { return }
                try place.check(token: value)
                isChecked = true
            },
            file: { file async throws(WebError) in
                guard isChecked else { throw .foreignForm }
                if !file.bytes.isEmpty { found = (file.name, file.bytes) }
            })
        guard isChecked else { throw .foreignForm }
        guard let (name, bytes) = found else {
            let view = place.view
            return try await KeepingView.answer(
                place, records, trouble: view.say("stateFact.import.empty"), status: 400)
        }
        do throws(WorkspaceError) {
            _ = try await records.take(name, bytes, of: place.state, by: place.keeper)
        } catch {
            guard case .invalid(let troubles) = error, let trouble = troubles.first else { throw WebError(error) }
            let view = place.view
            let row = trouble.field.split(separator: " ").last.flatMap { Int($0) } ?? 0
            let words =
                view.words.has(trouble.allowed)
                ? view.say(
                    trouble.allowed, ["row": .number(row), "most": .number(StateFactLimits.importRowsMax)])
                : view.say("stateFact.import.refused")
            return try await KeepingView.answer(place, records, trouble: words, status: 400)
        }
        return place.back("imported")
    }
}
