import Cooperation
import Domain
package import People
import Store

extension Agreements {
    /// What introductions and agreements are called in the history of their fields. Nothing is taken back from there.
    package var historyOwners: [HistoryOwner] {
        [
            HistoryOwner(
                .introduction,
                title: { id, workspace, limit, connection in
                    guard
                        let seen = try IntroductionRow.find(IntroductionID(id), workspace, limit, connection)
                    else { return nil }
                    let other = seen.introduction.other(of: workspace)
                    return try ActorRow.find([other], connection)[other]?.name ?? ""
                }, sight: .seeCooperation),
            HistoryOwner(
                .agreement,
                title: { id, workspace, limit, connection in
                    guard try AgreementRow.find(AgreementID(id), workspace, limit, connection) != nil else {
                        return nil
                    }
                    return try VersionRow.all(AgreementID(id), workspace, connection).first?.terms.title ?? ""
                }, sight: .seeCooperation),
        ]
    }
}
