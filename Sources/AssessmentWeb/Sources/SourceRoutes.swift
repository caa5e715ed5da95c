import Assessments
import Domain
import Frame
import Locales
import Markup

/// Packages of other installations at the desk: for coordinators of the record alone.
enum SourceRoutes {
    static func all(_ assessments: Assessments) -> [Route] {
        [
            .desk("assessment-sources", "/desk/assessments") { signed throws(WebError) in
                try await SourcesView.answer(signed, assessments)
            },
            .upload("assessment-receive", "/desk/assessments") { signed throws(WebError) in
                try await receive(signed, assessments)
            },
            .form("assessment-source-drop", "/desk/assessments/{id}/drop", [.id]) { signed, form throws(WebError) in
                try await drop(signed, form, assessments)
            },
        ]
    }

    private static func receive(_ signed: Signed, _ assessments: Assessments) async throws(WebError) -> Answer {
        guard signed.isCoordinator else { throw .forbidden }
        var isChecked = false
        var typed = ""
        var bytes: [UInt8] = []
        try await UploadReader.read(
            signed.exchange.incoming,
            limits: UploadLimits(fileBytesMax: 32 << 20, filesMax: 1, totalBytesMax: 33 << 20),
            field: { name, value throws(WebError) in
                if name == Signed.tokenField {
                    try signed.check(token: value)
                    isChecked = true
                } else if name == "fingerprint" {
                    typed = String(value.prefix(200))
                }
            }, file: { file throws(WebError) in bytes = file.bytes })
        guard isChecked else { throw .foreignForm }
        let view = View(signed)
        guard !bytes.isEmpty else {
            return try await SourcesView.answer(signed, assessments, trouble: view.say("assess.package.none"))
        }
        do throws(PackageFault) {
            let received = try await assessments.receive(bytes, typed: typed, by: signed.caller)
            return .seeOther(
                view.address(
                    "/desk/assessments",
                    [("said", "received"), ("n", String(received.taken)), ("unplaced", String(received.unplaced))]))
        } catch {
            return try await SourcesView.answer(signed, assessments, trouble: PackageWords(view: view).say(error))
        }
    }

    private static func drop(
        _ signed: Signed, _ form: Query, _ assessments: Assessments
    ) async throws(WebError) -> Answer {
        guard signed.isCoordinator else { throw .forbidden }
        guard let id = AssessmentSourceID(signed.exchange.value("id")) else { throw .notFound }
        let why = form.first("takeUp") == "yes" ? nil : form.words("why")
        try await WebError.running { () throws(WorkspaceError) in
            try await assessments.drop(
                id, version: Int(form.words(Conflict.versionField)) ?? 0, why: why, by: signed.caller)
        }
        return .seeOther(View(signed).address("/desk/assessments"))
    }
}

/// Why a package was not taken, in words that say what to do.
struct PackageWords {
    let view: View

    func say(_ fault: PackageFault) -> String {
        switch fault {
        case .keyUnusable(let reason), .store(let reason): view.say("assess.package.failed", ["reason": .text(reason)])
        case .empty: view.say("assess.package.none")
        case .tooLarge(let most): view.say("assess.package.tooLarge", ["megabytes": .number(most >> 20)])
        case .unreadable(let line, let reason):
            view.say("assess.package.unreadable", ["line": .number(line), "reason": .text(reason)])
        case .wrongSignature: view.say("assess.package.wrongSignature")
        case .keyUnconfirmed(let name, let fingerprint):
            view.say("assess.package.keyUnconfirmed", ["name": .text(name), "key": .text(fingerprint)])
        case .keyChanged(let name, let fingerprint, let confirmed):
            view.say(
                "assess.package.keyChanged",
                ["name": .text(name), "key": .text(fingerprint), "before": .text(confirmed)])
        case .otherFingerprint(let fingerprint):
            view.say("assess.package.otherFingerprint", ["key": .text(fingerprint)])
        case .older(let sequence, let known):
            view.say(
                "assess.package.older", ["number": .number(Int(sequence)), "known": .number(Int(known))])
        case .rewritten(let sequence): view.say("assess.package.rewritten", ["number": .number(Int(sequence))])
        case .own: view.say("assess.package.own")
        case .otherScope: view.say("assess.package.otherScope")
        case .dropped: view.say("assess.package.dropped")
        }
    }
}
