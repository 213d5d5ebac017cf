/** The page of the desk: it asks for the state every second, and shows text as text. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Valyra demo: what a deposit causes</title>
<style>
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1c2530}
button{font:inherit;padding:.4rem 1rem;margin-right:.5rem}
section{margin-top:1.5rem}table{border-collapse:collapse;width:100%}
td,th{text-align:left;padding:.2rem .8rem .2rem 0;border-bottom:1px solid #dde3ea;vertical-align:top}
.back{color:#a3261b}pre{white-space:pre-wrap;margin:.5rem 0}#said{margin-left:.5rem}
</style>
</head>
<body>
<h1>What a deposit causes</h1>
<p>An account of its own buys a listing; the chain then forgets the block, as chains do.</p>
<p><button data-do="deposit">Deposit into escrow</button><button data-do="reorganise">Reorganise it away</button><span id="said"></span></p>
<section><h2>Mails</h2><table id="mails"></table></section>
<section><h2>Webhooks</h2><table id="received"></table></section>
<section><h2>Jobs</h2><table id="jobs"></table></section>
<script>
const time = (at) => new Date(at).toLocaleTimeString();
function fill(id, heads, rows) {
  const table = document.getElementById(id);
  table.replaceChildren();
  const add = (tag, cells, isBack) => {
    const row = table.insertRow();
    if (isBack) row.className = "back";
    for (const cell of cells) {
      const place = row.appendChild(document.createElement(tag));
      if (cell instanceof Node) place.append(cell); else place.textContent = cell ?? "";
    }
  };
  add("th", heads);
  for (const { cells, isBack } of rows) add("td", cells, isBack);
}
function unfold(title, text) {
  const details = document.createElement("details");
  const summary = details.appendChild(document.createElement("summary"));
  summary.textContent = title;
  details.appendChild(document.createElement("pre")).textContent = text;
  return details;
}
let shown = "";
async function show() {
  const answer = await fetch("/state").catch(() => undefined);
  if (!answer?.ok) return;
  const text = await answer.text();
  if (text === shown) return;
  shown = text;
  const { mails, received, jobs } = JSON.parse(text);
  fill("mails", ["at", "to", "mail"], mails.map((mail) => ({
    cells: [time(mail.at), mail.to, unfold(mail.subject, mail.text)],
    isBack: mail.subject.startsWith("Taken back"),
  })));
  fill("received", ["at", "kind", "entry", "status", "signature", "after the deposit"], received.map((each) => ({
    cells: [time(each.at), each.type, each.sequence,
      each.retractsSequence === null ? each.status : "takes " + each.retractsSequence + " back",
      each.isGenuine ? "good" : "BAD", each.msAfterDeposit === null ? "" : each.msAfterDeposit + " ms"],
    isBack: each.retractsSequence !== null,
  })));
  fill("jobs", ["at", "job", "state", "seconds"], jobs.map((job) => ({
    cells: [time(job.createdAt), job.name, job.isTakenBack ? job.state + ", taken back" : job.state, job.seconds?.toFixed(2)],
    isBack: job.isTakenBack,
  })));
}
for (const button of document.querySelectorAll("[data-do]")) {
  button.onclick = async () => {
    const answer = await fetch("/" + button.dataset.do, { method: "POST" });
    document.getElementById("said").textContent = JSON.stringify(await answer.json());
  };
}
setInterval(show, 1000);
show();
</script>
</body>
</html>
`;
