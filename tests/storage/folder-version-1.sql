CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE records (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, status TEXT NOT NULL, tokens TEXT NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE INDEX open_cases ON records (id) WHERE status = 'open';
CREATE TABLE events (
  record TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE, seq INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (record, seq)
) STRICT;
CREATE TABLE deliveries (
  record TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE, id TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (record, id)
) STRICT;
CREATE TABLE due (
  record TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE, id TEXT NOT NULL,
  lane TEXT NOT NULL, at TEXT NOT NULL, attempt INTEGER NOT NULL,
  epoch INTEGER NOT NULL, owner TEXT NOT NULL, held_until TEXT NOT NULL,
  PRIMARY KEY (record, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_by_time ON due (lane, at);
CREATE TABLE tokens (
  token TEXT NOT NULL, record TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  PRIMARY KEY (token, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_of_record ON tokens (record);
INSERT INTO meta (key, value) VALUES ('organisation', 'sample');
INSERT INTO records (id, version, status, tokens, body) VALUES ('r0000000000000000000000001', 2, 'open', '["t"]', '{"v":1,"key":"s3KcfHqD4wWfotxY3Bqms_SODGFj35NZDE60k7zUAmKuDuwB7Wi4Ge7DzEwRg_UBuJEDyLDhy1syLV3G","seq":2,"last":"KUqO3asPMRPgpHyexR2AerFKQpiHuZuUNeB29cEwrp8","data":"KcaN0R3QrBR4u3dOkDQ5LIcx0O9hFl6fzS_9V823TuUKXkkh6FnSyp1wLDzcuc96xf3j7icBzc7lSx3HirAMJTD_LTrVCckduqbPOvRqVDt2BI_NZYIwXs7uYa-n7AglRtJwoiUOK1_U5--HTAENB5p328cE3y7HyzskUo8HD5dMz3fP-m5uFDw2hGnSMT6zmnDuKKGneZhBoq9BzOkiv39Vx3SfXxjAp5tTbgmMYia8qtnyejVxhZrKCH3fRuz0XrXZwubjWXDElS2DpHAY0RtG6Rd_MJGZQo-8h433GW_4uf2k7J3vS0L0J47elisF_t_kqsR3GVOcKymtWmLlVdUabrzUEgHb726UcIMHYRTMpsEb1OBlBHalOmY"}');
INSERT INTO records (id, version, status, tokens, body) VALUES ('r0000000000000000000000002', 1, 'closed', '["t"]', '{"v":1,"key":"WTv3FitZ36qmEKS5s_n-8I2um0KcdSxT1YwRV8zLpblVXabgldDE8C16cV-g3ll4lHDCsi0UvlLOc9rq","seq":0,"last":"0","data":"WYdebZqaR2J3DiPkttFad9UoEce_YURk1TVGDf-WB6Vb50rz3EFJj3WR3NF330-2CY5THzWPHThmR8BX3h-hVX5VWM8orh-oyWhcRJYBazIUwvxo37XAkIT5yC_zJ_FHgATyvgjBn_Qopnx_BftPS62PzmD1ds1cT9nIkFosssg43-ZMp1WvsS9qeP3GhiODOflkRREEO7prNhyHMxkHgyVQHup1AwDYb9WJIbJy73kDZz0uOsPiLXBIq6le5iOaKlET5Bl9s7OoyCsVg_d6H_1x2IM8BH0H__CWdYpqv8fThfNec63eJJOjejnZNE2vl_VxzHDYUiRwRDw7xcTtOBfORvYOOKf7qsvVoertTNxaQEYkQTn85ITOZwM"}');
INSERT INTO records (id, version, status, tokens, body) VALUES ('r0000000000000000000000003', 1, 'none', '[]', '{"v":1,"key":"Y3dVg5FiXcV5otz0806X3R8kQNKKKCMWGpnIqWb4AH06dvNvbs1xwCeoUxP94u3c_iMA-bOisOtNucmt","seq":0,"last":"0","data":"Au5jO_1I_yWAs2L9outJIEUrxH2al-snkKaiMlCG8I81jKQrQVq60ZV5M7pQi_KsBEGKSnrfOTOhPOAjPTRPJNrH08uhrqQthMlT-zR0E_EAymyw1suvi2Uq-BA_4vHzIKIvu3Lr1jBGVuYrbnJcCvyDuqNVfHU1JbfA-JnfOgab8b3Bn7nDX_ndrI5jrvlXtmcoMZjasjXmj1EeSiU_o5-JDnpBOWtqXr3Y33NQCDjV9GxjXnPjg8xWLRxF7NEHhOGV12wRG3GPo1Qp9qEGrH_VCZsvVVXP-LcUGnlvpZHvSBg8n-dNS2IU1BReZlok-H2DDE-Ozgfr7HNtz-lLr0Mlm3dmqyUFKL8mJZ64gAB4loqXT321tjoJ9m0"}');
INSERT INTO events (record, seq, body) VALUES ('r0000000000000000000000001', 1, '{"v":1,"prev":"0","hash":"__Yi0GIBuQoAOdViblO7KuZugHZF06OLkWVoJOLDo5w","data":"6U3l2VPbEfp0Xr9RiN2YLRdL89pvxZyyo2qqiDdrRQB_UHe49XdiUqG6w9d7vIuEMxtm9YzTyVSS4oFvNxSdZSTSAjTjm4QhF7SJbTiEk-ytaK3ZTzC3uMAOHlUeS8GwalSCqvcGNvy-3khGyLch1Xvbi-WxRKuONC5O8E2of3K5ocEMLICg4hh-ub6-khfnfGAucDbDRSKcNn49HhDd0eIMkB6JnqJHIcgIuIHSzOdktLGSPdpRnJHWhV2SXENLDTY2CMDrsR5030gaErq1JQgj5gsGso6ZqsdqFv1cTbnnAUIVREIyBYTuTKstKwNO-HP2SEECTGuSnGAnSiqJS5ZQ8fUYHy8Bqnm00i1jMjfYDKB8gcBTqeoJl1w"}');
INSERT INTO events (record, seq, body) VALUES ('r0000000000000000000000001', 2, '{"v":1,"prev":"__Yi0GIBuQoAOdViblO7KuZugHZF06OLkWVoJOLDo5w","hash":"KUqO3asPMRPgpHyexR2AerFKQpiHuZuUNeB29cEwrp8","data":"CMhWJkn4QNeQSIIjiZ-VaGqa-S9BEB8QTe6h528aS_sqTGUSixsht9y0FqDsXSAP_PVfvPZDbPJkYYzhRTxAXVcbzU3lLrKxFBa4TNyLdLpSGz-PZyo0qLhXPK3UYkffLrpNsjt4MY5PUxbGlBXDtRtxjqCobg-J9PffATCiEZwCLxEKJkwM0SXbgN_rKU8OCE_LZd7ufwzqj1Xi178eoPhsnCmFrjV5Fd0F0clA2m1XrRD1eDtHeZjMKykQMAV5F6mf1aFw4ad1JmZXSY8RxsL-s7N4RzXGtGm8Z6BBajgbYd7gHpLEyIWBZ2CGhIcHiWOeWP4VZUYejXY7hNZcCdgkNkLa6MBC_kI61RghosczymQn0pDvhgTa1eQ"}');
INSERT INTO deliveries (record, id, body) VALUES ('r0000000000000000000000001', 'd', 'eDkep0DKoWPfkR-CkIjwORN6opsJsf7ylDxFwCk8d2BHzBlaCogJDZHCtWcW6KyCPQD41imYQ9Bw7zVqMmo0uM2ls41P_qqs5aWJLdLacccvbn_yBnls66EL648xAFCSr8A7cAlqjy7ayVqVs1PEXcjNlj6Jaj5rl4ytM-jtlR7pFGgUSRFLg1ST8gj0mHyK_DzPOlAVK-pvP7VmObOCx4ifKGQ4-drn2Xif3KLosrsvczfxjpyrwpF67_eSTcbPkjRUvYWvV2FCpo3NqCqGQiW9IHhVaxsxLhjdfwQEHebpqpa0dEPe4i-1wmWJwcwkkIzkuvnXu5ybMFd8vAa9ELqabh5crBdKx-G1Fxcd1mnjUrc80-uy9Wlr4-I');
INSERT INTO due (record, id, lane, at, attempt, epoch, owner, held_until) VALUES ('r0000000000000000000000001', 'w-1-0', 'case', '2026-11-21T14:05:00.000Z', 0, 0, '', '');
INSERT INTO tokens (token, record) VALUES ('t', 'r0000000000000000000000001');
INSERT INTO tokens (token, record) VALUES ('t', 'r0000000000000000000000002');
PRAGMA user_version = 1;
