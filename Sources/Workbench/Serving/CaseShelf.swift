import Casework
import Synchronization

/// The cases of the workspace, each read again only when its files have changed.
final class CaseShelf: Sendable {
  /// The workspace.
  let workspace: Workspace
  private let known = Mutex<[String: CaseSnapshot]>([:])

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// The case with a name as its files are now.
  ///
  /// - Throws: `CaseworkFailure` where there is none.
  func snapshot(_ name: String) throws(CaseworkFailure) -> CaseSnapshot {
    let folder = try workspace.folder(of: name)
    let stamp = FolderStamp(folder: folder)
    if let found = known.withLock({ $0[name] }), found.stamp == stamp, found.folder == folder {
      return found
    }
    let read = CaseSnapshot(folder: folder)
    known.withLock { $0[name] = read }
    return read
  }

  /// The case with a name, for an editor of it.
  func snapshotOrFailure(_ name: String) throws(EditFailure) -> CaseSnapshot {
    do throws(CaseworkFailure) { return try snapshot(name) } catch { throw .failure(error) }
  }

  /// An editor of the case with a name.
  ///
  /// - Throws: `CaseworkFailure` where there is none.
  func editor(_ name: String) throws(CaseworkFailure) -> CaseEditor {
    CaseEditor(folder: try workspace.folder(of: name))
  }
}
